package dev.campanile.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The packaged service as a process of its own, on data of its own; it can be killed and started
 * again.
 */
public final class RunningServer implements AutoCloseable {

  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
  private static final Duration STARTING = Duration.ofMinutes(2);

  private static final Pattern KAFKA = Pattern.compile("^Kafka \\S+ on ([^,\\s]+)");

  private final Path home;
  private final Map<String, String> environment;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  private RunningServer(Path home, Map<String, String> environment) throws IOException {
    this.home = home;
    this.environment = environment;
    this.port = freePort();
  }

  /** Starts on the data and campaigns below {@code home}, and waits until it is ready. */
  public static RunningServer start(Path home, Map<String, String> environment) throws IOException {
    var server = new RunningServer(home, environment);
    server.start();
    return server;
  }

  public void start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms500m", "-Xmx700m", "-jar", JAR.toString(), "up"));
    command.addAll(List.of("--data", home.resolve("data").toString(), "--port", "" + port));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
    builder.environment().put("CAMPANILE_ACCESS", "open");
    builder.environment().putAll(environment);
    builder.environment().put("CAMPANILE_CAMPAIGNS_FOLDER", home.resolve("campaigns").toString());
    process = builder.start();
    try {
      awaitReady();
    } catch (ConditionTimeoutException tooSlow) {
      // Nobody is given a server that is not ready, so nobody else ends it.
      stop();
      throw tooSlow;
    }
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "The server ended with " + process.exitValue() + ":\n" + logged());
    }
  }

  private void awaitReady() {
    Awaitility.await("ready, see " + home.resolve("server.log"))
        .atMost(STARTING)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || ready());
  }

  /** Ends it at once, as the kernel would for want of memory. What it started stays behind. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** Where the log is that it has started for itself. */
  public String kafka() throws IOException {
    return Files.readAllLines(home.resolve("server.log")).stream()
        .map(KAFKA::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((former, latter) -> latter)
        .orElseThrow();
  }

  private boolean ready() {
    try {
      return get("/q/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Stops it in good order, with all that it started. */
  @Override
  public void close() {
    client.close();
    stop();
  }

  private void stop() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 40, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
  }

  /**
   * Below the ports that systems hand out by themselves: while the server is down, an attempt to
   * connect to one of those may be given that very port, and the server could not have it back.
   */
  private static int freePort() {
    for (int port : new Random().ints(100, 20_000, 32_000).toArray()) {
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IllegalStateException("Expected a free port from 20000 to 32000, but found none.");
  }

  private String logged() throws IOException {
    List<String> lines = Files.readAllLines(home.resolve("server.log"));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
  }
}
