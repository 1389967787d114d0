package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SendTest {

  /** What the service answers next, before it accepts: a status, or the line that it refuses. */
  private final Deque<Integer> failures = new ArrayDeque<>();

  private final List<String> accepted = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String refused = "";
  private HttpServer service;

  @TempDir Path folder;

  @BeforeEach
  void startService() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/v1/events", this::answer);
    service.start();
  }

  @AfterEach
  void stopService() {
    service.stop(0);
  }

  @Test
  void sendsEveryLineOnceAndInOrder() throws IOException {
    // given
    List<String> lines = lines(12_000);
    Path file = write("events.jsonl", lines);
    // when
    int exitCode = send(file);
    // then
    assertThat(exitCode).isZero();
    assertThat(accepted).isEqualTo(lines);
    assertThat(out.toString()).startsWith("accepted 12000 events, retries 0,");
  }

  @Test
  void readsCompressedFiles() throws IOException {
    // given
    List<String> lines = lines(3);
    Path file = folder.resolve("events.jsonl.gz");
    try (var text =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      text.write(String.join("\n", lines));
    }
    // when
    int exitCode = send(file);
    // then
    assertThat(exitCode).isZero();
    assertThat(accepted).isEqualTo(lines);
  }

  @Test
  void sendsAgainWhatWasNotAccepted() throws IOException {
    // given
    failures.addAll(List.of(503, 502));
    Path file = write("events.jsonl", lines(10));
    // when
    int exitCode = send(file);
    // then
    assertThat(exitCode).isZero();
    assertThat(accepted).hasSize(10);
    assertThat(out.toString()).contains("retries 2");
  }

  @Test
  void stopsAtALineThatIsRefusedAndNamesIt() throws IOException {
    // given
    List<String> lines = new ArrayList<>(lines(8));
    lines.add(2, "");
    refused = lines.get(5);
    Path file = write("events.jsonl", lines);
    // when
    int exitCode = send(file);
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains(file + ":6: time: Expected an instant.");
    assertThat(accepted).isEqualTo(lines.subList(0, 5));
    assertThat(out.toString()).startsWith("accepted 4 events");
  }

  @Test
  void givesUpWhenPatienceEnds() throws IOException {
    // given
    failures.addAll(IntStream.range(0, 100).mapToObj(i -> 503).toList());
    Path file = write("events.jsonl", lines(10));
    // when
    int exitCode = send(file, "--patience", "PT0.3S");
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("within PT0.3S, but: status 503");
    assertThat(accepted).isEmpty();
  }

  private static List<String> lines(int count) {
    return IntStream.range(0, count).mapToObj(i -> "{\"id\":\"" + i + "\"}").toList();
  }

  private Path write(String name, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private int send(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of("--to", "http://127.0.0.1:" + service.getAddress().getPort(), file.toString()));
    return new CommandLine(new Send())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(String[]::new));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = body.lines().toList();
    if (!failures.isEmpty()) {
      respond(exchange, failures.remove(), "");
    } else if (!refused.isEmpty() && lines.contains(refused)) {
      String error = "{\"line\":%d,\"field\":\"time\",\"reason\":\"Expected an instant.\"}";
      int line = lines.indexOf(refused) + 1;
      respond(exchange, 422, "{\"errors\":[" + error.formatted(line) + "]}");
    } else {
      accepted.addAll(lines);
      respond(exchange, 202, "");
    }
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
