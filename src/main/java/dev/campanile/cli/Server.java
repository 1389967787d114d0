package dev.campanile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running service, asked over HTTP; what it refuses is told in its own words. */
final class Server {

  static final String JSON = "application/json";
  static final String TEXT = "text/plain";
  static final String YAML = "application/yaml";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The service did not do what it was asked to. */
  static final class Refused extends Exception {

    private final List<String> problems;

    /**
     * @param problems each a line; where it is about a place in a file, it begins with it
     */
    Refused(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    /** The lines, as compilers say them. */
    List<String> about(Object file) {
      return problems.stream().map(problem -> file + ":" + problem).toList();
    }

    List<String> problems() {
      return problems;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .cookieHandler(new CookieManager())
          .build();
  private final URI base;
  private final Optional<String> key;
  private Optional<String> csrf = Optional.empty();

  /**
   * @param key by which one is let in, where there is one
   */
  Server(URI base, Optional<String> key) {
    this.key = key;
    String text = base.toString();
    this.base = text.endsWith("/") ? base : URI.create(text + "/");
  }

  /** What is asked from now on is asked by this user. */
  void signIn(String user, String password) throws Refused, InterruptedException {
    var who = json(Map.of("user", user, "password", password));
    csrf = Optional.ofNullable(json(post("v1/session", JSON, JSON, who)).path("csrf").textValue());
  }

  void signOut() throws Refused, InterruptedException {
    send(request("v1/session").DELETE());
    csrf = Optional.empty();
  }

  /** The answer to a POST, as it came. */
  String post(String path, String type, String accept, String body)
      throws Refused, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  JsonNode put(String path, String type, String body) throws Refused, InterruptedException {
    return json(
        send(request(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body))));
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException notJson) {
      return MAPPER.createObjectNode();
    }
  }

  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  static String escaped(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A finding of the service as {@code LINE:COLUMN: MESSAGE}. */
  static String line(JsonNode finding) {
    String severity = finding.path("severity").asText("error");
    return "%d:%d: %s%s %s"
        .formatted(
            finding.path("line").asInt(1),
            finding.path("column").asInt(1),
            severity.equals("error") ? "" : severity + ": ",
            finding.path("message").asText(),
            finding.path("advice").asText(""))
        .strip();
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    csrf.ifPresent(token -> request.header("X-CSRF-Token", token));
    return request;
  }

  private String send(HttpRequest.Builder request) throws Refused, InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Refused(problems(answer));
      }
      return answer.body();
    } catch (IOException unreachable) {
      String why =
          unreachable.getMessage() == null ? "it does not answer" : unreachable.getMessage();
      throw new Refused(
          List.of(
              " Expected a service at %s, but: %s. Maybe start it with 'campanile up', or name it with --server."
                  .formatted(base, why)));
    }
  }

  private static List<String> problems(HttpResponse<String> answer) {
    JsonNode problem = json(answer.body());
    List<String> problems = new ArrayList<>();
    problem.path("findings").forEach(finding -> problems.add(line(finding)));
    problem
        .path("errors")
        .forEach(
            error ->
                problems.add(
                    " %s: %s"
                        .formatted(error.path("field").asText(), error.path("reason").asText())));
    if (problems.isEmpty()) {
      String detail = problem.path("detail").asText(problem.path("title").asText(""));
      problems.add(
          " Expected the service to take it, but it answers %d: %s"
              .formatted(answer.statusCode(), detail)
              .stripTrailing()
              .concat(advice(answer.statusCode())));
    }
    return problems;
  }

  private static String advice(int status) {
    return status == 401 ? " Maybe set CAMPANILE_KEY; './campanile key create' makes a key." : "";
  }
}
