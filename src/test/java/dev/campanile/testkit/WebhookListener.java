package dev.campanile.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real HTTP server on loopback that remembers what it was asked and answers as it was told: with
 * the next of its answers, and with 200 once it has none. Thread-safe.
 */
public final class WebhookListener implements AutoCloseable {

  /** What it was asked. */
  public record Request(
      String method, String path, String key, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(header -> header.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  /** A way of answering. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private WebhookListener(HttpServer server) {
    this.server = server;
  }

  public static WebhookListener start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var listener = new WebhookListener(HttpServer.create(address, 100));
      listener.server.createContext("/", listener::handle);
      listener.server.setExecutor(listener.threads);
      listener.server.start();
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** Everything asked so far, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The keys asked with so far, in order; a key that comes again stands there again. */
  public List<String> keys() {
    return requests.stream().map(Request::key).toList();
  }

  public WebhookListener then(Answer answer) {
    answers.add(answer);
    return this;
  }

  public WebhookListener thenStatus(int status) {
    return then(exchange -> answer(exchange, status, ""));
  }

  public WebhookListener thenStatus(int status, String header, String value) {
    return then(
        exchange -> {
          exchange.getResponseHeaders().set(header, value);
          answer(exchange, status, "");
        });
  }

  public WebhookListener thenJson(String body) {
    return then(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          answer(exchange, 200, body);
        });
  }

  /** Takes the request and says nothing, until the listener is closed. */
  public WebhookListener thenSilence() {
    return then(exchange -> closed.await());
  }

  /** Says 200 and the beginning of a body, and nothing more until the listener is closed. */
  public WebhookListener thenHalfABody() {
    return then(
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("{\"half\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          closed.await();
        });
  }

  /** Takes the request and drops the connection. */
  public WebhookListener thenDrop() {
    return then(HttpExchange::close);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      var headers = Map.copyOf(exchange.getRequestHeaders());
      String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              key,
              headers,
              new String(body, StandardCharsets.UTF_8)));
      Answer answer = answers.poll();
      if (answer != null) {
        answer.to(exchange);
      } else {
        answer(exchange, 200, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
