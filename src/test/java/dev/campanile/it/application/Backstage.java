package dev.campanile.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The service behind the pages, asked by its administrator: for what a test presupposes. */
final class Backstage {

  static final String ADMIN = "admin";
  static final String PASSWORD = "a long enough password";

  private static final String JSON = "application/json";
  private static final ObjectMapper READER = new ObjectMapper();

  private final UnaryOperator<String> address;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String csrf;
  private final Supplier<String> kafka;

  /**
   * Signs in at once.
   *
   * @param kafka where the log of the service is
   */
  Backstage(UnaryOperator<String> address, Supplier<String> kafka) {
    this.address = address;
    this.kafka = kafka;
    HttpRequest signIn =
        request("/v1/session", JSON)
            .POST(BodyPublishers.ofString(credentials(ADMIN, PASSWORD)))
            .build();
    this.csrf = read(expected(send(signIn), 200)).get("csrf").asText();
  }

  static String credentials(String user, String password) {
    return "{\"user\": \"%s\", \"password\": \"%s\"}".formatted(user, password);
  }

  /** Somebody who may sign in with {@link #PASSWORD}. */
  void person(String user, String role) {
    post(
        "/v1/accounts",
        """
        {"user": "%s", "name": "%s", "roles": ["%s"], "password": "%s"}"""
            .formatted(user, user, role, PASSWORD));
  }

  void pool(String name, int codes) {
    post("/v1/coupon-pools/" + name + "/codes", "{\"generate\": %d}".formatted(codes));
  }

  void profile(String user, String attributes) {
    expected(
        send(changing("/v1/users/" + user, JSON).PUT(BodyPublishers.ofString(attributes)).build()),
        202);
  }

  void publish(String yaml) {
    post("/v1/campaigns", "application/yaml", yaml);
  }

  /** Begins a draft. */
  void draft(String campaign, String text) {
    ObjectNode body = READER.createObjectNode().put("text", text);
    expected(
        send(
            changing("/v1/drafts/" + campaign, JSON)
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(body.toString()))
                .build()),
        201);
  }

  /** Sends an event, and returns when it has been judged. */
  void happens(String user, String type, String properties) {
    post(
        "/v1/decisions",
        """
        {"id": "%s", "type": "%s", "user": "%s", "properties": %s}"""
            .formatted(UUID.randomUUID(), type, user, properties));
  }

  /**
   * Writes to the log what no door of the service would let in, and returns when it has been
   * judged.
   */
  void logs(String user, String record) {
    long before = dead();
    var serializer = new StringSerializer();
    Map<String, Object> settings = Map.of("bootstrap.servers", kafka.get());
    try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
      producer.send(new ProducerRecord<>("campanile.events", user, record));
    }
    Awaitility.await("a dead event").atMost(Duration.ofSeconds(30)).until(() -> dead() > before);
  }

  private long dead() {
    return json("/v1/ledger").at("/sum/dead").asLong();
  }

  JsonNode json(String path) {
    return read(text(path, JSON));
  }

  String text(String path, String type) {
    return expected(send(request(path, type).header("Accept", type).GET().build()), 200);
  }

  void post(String path, String body) {
    post(path, JSON, body);
  }

  private void post(String path, String type, String body) {
    HttpRequest request = changing(path, type).POST(BodyPublishers.ofString(body)).build();
    expected(send(request), 200, 201, 202, 204);
  }

  private HttpRequest.Builder changing(String path, String type) {
    return request(path, type).header("X-CSRF-Token", csrf);
  }

  private HttpRequest.Builder request(String path, String type) {
    return HttpRequest.newBuilder(URI.create(address.apply(path))).header("Content-Type", type);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String expected(HttpResponse<String> response, Integer... statuses) {
    assertThat(response.statusCode())
        .as("%s answered %s", response.request(), response.body())
        .isIn(List.of(statuses));
    return response.body();
  }

  private static JsonNode read(String json) {
    try {
      return READER.readTree(json);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
