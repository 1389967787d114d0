package dev.campanile.adapter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedServicesTest {

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "quarkus.datasource.jdbc.url", "jdbc:postgresql://db/campanile",
          "quarkus.redis.hosts", "redis://cache",
          "kafka.bootstrap.servers", "log:9092");

  private final List<String> said = new ArrayList<>();

  @TempDir private Path data;

  @Test
  void findsItsDataAgainAfterARestart() throws Exception {
    // given
    try (var services = start(Map.of())) {
      writeIntoEach(services.properties());
    }
    // when
    try (var services = start(Map.of())) {
      // then
      assertThatEachHolds("bell", services.properties());
    }
  }

  @Test
  void findsItsDataAgainAfterPostgresAndRedisWereKilled() throws Exception {
    // given
    try (var services = start(Map.of("kafka.bootstrap.servers", "log:9092"))) {
      writeIntoPostgres(services.properties());
      writeIntoRedis(services.properties());
      TimeUnit.MILLISECONDS.sleep(1100); // Redis promises what is older than a second
      killDaemons();
    }
    // when
    try (var services = start(Map.of("kafka.bootstrap.servers", "log:9092"))) {
      // then
      assertThat(readFromPostgres(services.properties())).isEqualTo("bell");
      assertThat(readFromRedis(services.properties())).isEqualTo("bell");
    }
  }

  @Test
  void findsItsDataAgainAfterItsProcessWasKilled() throws Exception {
    // given
    var process = AnotherProcess.upOn(data, programs());
    var before = process.awaitProperties();
    writeIntoEach(before);
    TimeUnit.MILLISECONDS.sleep(1100); // Redis promises what is older than a second
    process.kill();
    // when
    try (var services = start(Map.of())) {
      // then
      assertThatEachHolds("bell", services.properties());
      assertThat(said)
          .contains(
              "Stopping the PostgreSQL that an earlier run left behind",
              "Stopping the Redis that an earlier run left behind");
    }
  }

  @Test
  void refusesASecondInstanceOnTheSameData() {
    // given
    var redisOnly = without("quarkus.redis.hosts");
    try (var first = start(redisOnly)) {
      // when
      assertThatThrownBy(() -> start(redisOnly))
          // then
          .isInstanceOf(EmbeddedServicesException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
      assertThat(first.properties()).containsOnlyKeys("quarkus.redis.hosts");
    }
  }

  @Test
  void startsNothingWhereEverythingIsConfigured() {
    // when
    try (var services = start(ELSEWHERE)) {
      // then
      assertThat(services.properties()).isEmpty();
      assertThat(said).isEmpty();
      assertThat(data).isEmptyDirectory();
    }
  }

  @Test
  void listensOnTheConfiguredPortAndOnLoopbackOnly() throws Exception {
    // given
    var setting = new HashMap<>(without("quarkus.redis.hosts"));
    int port = Loopback.freePort();
    setting.put("campanile.redis.port", Integer.toString(port));
    // when
    try (var services = start(setting)) {
      // then
      assertThat(services.properties().get("quarkus.redis.hosts")).endsWith("127.0.0.1:" + port);
      assertThat(connects("127.0.0.1", port)).isTrue();
      assertThat(connects("127.0.0.2", port)).isFalse();
    }
  }

  @Test
  void leavesNothingRunningWhenOneOfThemDoesNotStart() throws Exception {
    // given
    var setting = new HashMap<>(without("quarkus.redis.hosts"));
    setting.remove("kafka.bootstrap.servers");
    setting.put("campanile.kafka.port", "nine");
    // when
    assertThatThrownBy(() -> start(setting))
        // then
        .isInstanceOf(EmbeddedServicesException.class)
        .hasMessage("Expected campanile.kafka.port to be a port, but it is 'nine'.");
    Path home = data.toRealPath().resolve("redis");
    assertThat(new Daemon("redis-server", home.resolve("redis.pid"), home).running()).isEmpty();
  }

  @Test
  void keepsEveryCommitOfPostgresThroughALossOfPower() throws Exception {
    // when
    try (var services = start(without("quarkus.datasource.jdbc.url"))) {
      // then
      assertThat(sql(services.properties(), "SHOW fsync")).isEqualTo("on");
      assertThat(sql(services.properties(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(sql(services.properties(), "SHOW max_connections")).isEqualTo("60");
    }
  }

  @Test
  void stopsNoProcessThatOnlyHasThePidOfAnOldOne() throws Exception {
    // given
    Path home = Files.createDirectories(data.resolve("redis")).toRealPath();
    Files.writeString(home.resolve("redis.pid"), ProcessHandle.current().pid() + "\n");
    // when
    var running = new Daemon("redis-server", home.resolve("redis.pid"), home).running();
    // then
    assertThat(running).isEmpty();
  }

  @Test
  void saysWhereEachServiceRuns() {
    // when
    try (var services = start(without("quarkus.redis.hosts"))) {
      // then
      assertThat(services.properties()).hasSize(1);
      assertThat(said)
          .singleElement()
          .asString()
          .matches("Redis 7.0 on 127.0.0.1:\\d+, data in .*redis");
    }
  }

  private EmbeddedServices start(Map<String, String> configured) {
    said.clear();
    return EmbeddedServices.start(data, settings(configured), said::add);
  }

  private static Function<String, Optional<String>> settings(Map<String, String> configured) {
    return name ->
        name.equals("campanile.programs")
            ? Optional.of(programs().toString())
            : Optional.ofNullable(configured.get(name));
  }

  private static Path programs() {
    return Path.of("target", "test-programs").toAbsolutePath();
  }

  private static Map<String, String> without(String setting) {
    var settings = new HashMap<>(ELSEWHERE);
    settings.remove(setting);
    return settings;
  }

  private void killDaemons() throws IOException {
    // A directory of the same place without the lock, which the services still hold.
    Path root = data.toRealPath();
    for (var daemon :
        List.of(
            new Daemon("redis-server", root.resolve("redis/redis.pid"), root.resolve("redis")),
            new Daemon(
                "postgres", root.resolve("postgres/postmaster.pid"), root.resolve("postgres")))) {
      daemon.running().orElseThrow().destroyForcibly();
      assertThat(daemon.endsWithin(Duration.ofSeconds(10))).isTrue();
    }
  }

  private static void writeIntoEach(Map<String, String> properties) throws Exception {
    writeIntoPostgres(properties);
    writeIntoRedis(properties);
    writeIntoKafka(properties);
  }

  private static void assertThatEachHolds(String value, Map<String, String> properties)
      throws Exception {
    assertThat(readFromPostgres(properties)).isEqualTo(value);
    assertThat(readFromRedis(properties)).isEqualTo(value);
    assertThat(readFromKafka(properties)).isEqualTo(value);
  }

  private static void writeIntoPostgres(Map<String, String> properties) throws SQLException {
    sql(properties, "CREATE TABLE kept AS SELECT 'bell' AS value; SELECT 1");
  }

  private static String readFromPostgres(Map<String, String> properties) throws SQLException {
    return sql(properties, "SELECT value FROM kept");
  }

  private static String sql(Map<String, String> properties, String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                properties.get("quarkus.datasource.jdbc.url"),
                properties.get("quarkus.datasource.username"),
                properties.get("quarkus.datasource.password"));
        var statement = connection.createStatement()) {
      for (boolean rows = statement.execute(query); !rows; rows = statement.getMoreResults()) {
        assertThat(statement.getUpdateCount()).isNotEqualTo(-1);
      }
      var result = statement.getResultSet();
      result.next();
      return result.getString(1);
    }
  }

  private static void writeIntoRedis(Map<String, String> properties) throws Exception {
    redis(properties, Request.cmd(Command.SET).arg("kept").arg("bell"));
  }

  private static String readFromRedis(Map<String, String> properties) throws Exception {
    return redis(properties, Request.cmd(Command.GET).arg("kept"));
  }

  private static String redis(Map<String, String> properties, Request request) throws Exception {
    var vertx = Vertx.vertx();
    try {
      return Redis.createClient(vertx, properties.get("quarkus.redis.hosts"))
          .send(request)
          .toCompletionStage()
          .toCompletableFuture()
          .get(10, TimeUnit.SECONDS)
          .toString();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private static void writeIntoKafka(Map<String, String> properties) throws Exception {
    Map<String, Object> address = address(properties);
    try (var admin = Admin.create(address)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>("kept", "bell")).get();
    }
  }

  private static String readFromKafka(Map<String, String> properties) {
    try (var consumer =
        new KafkaConsumer<>(
            address(properties), new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition("kept", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  private static Map<String, Object> address(Map<String, String> properties) {
    return Map.of("bootstrap.servers", properties.get("kafka.bootstrap.servers"));
  }

  private static boolean connects(String host, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
