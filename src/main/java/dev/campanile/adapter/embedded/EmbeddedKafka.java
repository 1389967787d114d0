package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and controller (KRaft) inside this process. */
final class EmbeddedKafka implements EmbeddedService {

  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";

  // Held here, because the log manager forgets the level of a logger that nobody holds.
  private static final List<Logger> TALKATIVE =
      Stream.of("kafka", "org.apache.kafka", "org.apache.kafka.clients", "state.change.logger")
          .map(Logger::getLogger)
          .toList();

  private static final Logger CONTROLLER_REQUESTS = Logger.getLogger("kafka.server.ControllerApis");

  private static final Map<String, String> SINGLE_NODE =
      Map.of(
          "offsets.topic.replication.factor", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "group.initial.rebalance.delay.ms", "0",
          // After a crash the broker waits for its former self to time out.
          "broker.session.timeout.ms", "3000",
          "broker.heartbeat.interval.ms", "500",
          // Topics are made on purpose: a misspelt name must fail.
          "auto.create.topics.enable", "false");

  private static final Map<String, String> SMALL =
      Map.of(
          "num.network.threads", "1",
          "num.io.threads", "2",
          "num.recovery.threads.per.data.dir", "1",
          "background.threads", "2",
          "log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20),
          "offsets.topic.num.partitions", "8",
          "transaction.state.log.num.partitions", "4");

  private final Path home;
  private final int port;
  private final KafkaRaftServer server;

  private EmbeddedKafka(Path home, int port, KafkaRaftServer server) {
    this.home = home;
    this.port = port;
    this.server = server;
  }

  static EmbeddedKafka start(DataDirectory directory, int wantedPort, Consumer<String> say)
      throws IOException {
    quiet(Level.SEVERE);
    Path home = directory.home("kafka");
    int port = Loopback.portOrFree(wantedPort);
    if (!Files.exists(home.resolve("meta.properties"))) {
      say.accept("Preparing Kafka's data (once)");
      format(home);
    }
    var config = KafkaConfig.fromProps(configuration(home, port, Loopback.freePort()), false);
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    quiet(Level.WARNING);
    return new EmbeddedKafka(home, port, server);
  }

  @Override
  public Map<String, String> properties() {
    return Map.of("kafka.bootstrap.servers", "%s:%d".formatted(Loopback.ADDRESS, port));
  }

  @Override
  public String summary() {
    return "Kafka 4.1 on %s:%d, data in %s".formatted(Loopback.ADDRESS, port, home);
  }

  @Override
  public void close() {
    quiet(Level.SEVERE);
    server.shutdown();
    server.awaitShutdown();
  }

  /** A single node complains at every start and stop that it is alone. */
  private static void quiet(Level level) {
    TALKATIVE.forEach(logger -> logger.setLevel(level));
    // It may even be asked for its registration before it has made itself the controller.
    CONTROLLER_REQUESTS.setLevel(level == Level.SEVERE ? Level.OFF : level);
  }

  private static void format(Path home) throws IOException {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE_ID)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(home.toString())
          .addDirectory(home.toString())
          .run();
    } catch (Exception e) { // declared by Formatter.run
      throw new IOException("Kafka's data directory %s cannot be prepared".formatted(home), e);
    }
  }

  private static Properties configuration(Path home, int port, int controllerPort) {
    var properties = new Properties();
    properties.putAll(quorum(port, controllerPort));
    properties.putAll(SINGLE_NODE);
    properties.putAll(SMALL);
    properties.put("log.dirs", home.toString());
    return properties;
  }

  private static Map<String, String> quorum(int port, int controllerPort) {
    String broker = "PLAINTEXT://%s:%d".formatted(Loopback.ADDRESS, port);
    String controller = "%s:%d".formatted(Loopback.ADDRESS, controllerPort);
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "controller.quorum.voters",
        NODE_ID + "@" + controller,
        "controller.listener.names",
        CONTROLLER,
        "listeners",
        broker + "," + CONTROLLER + "://" + controller,
        "advertised.listeners",
        broker,
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }
}
