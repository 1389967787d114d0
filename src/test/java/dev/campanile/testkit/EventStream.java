package dev.campanile.testkit;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Listens to server-sent events whose data are JSON, and keeps the last one. */
public final class EventStream implements AutoCloseable {

  private static final String DATA = "data:";

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<String> last = new AtomicReference<>();
  private final AtomicInteger heard = new AtomicInteger();
  private final HttpResponse<Stream<String>> response;
  private final Thread listening;

  private EventStream(HttpRequest.Builder request) throws Exception {
    response =
        client.send(
            request.header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofLines());
    listening = Thread.ofVirtual().start(this::listen);
  }

  public static EventStream of(URI address) throws Exception {
    return new EventStream(HttpRequest.newBuilder(address));
  }

  /** As somebody who has a cookie. */
  public static EventStream of(URI address, String name, String cookie) throws Exception {
    return new EventStream(HttpRequest.newBuilder(address).header("Cookie", name + "=" + cookie));
  }

  private void listen() {
    try {
      response.body().filter(line -> line.startsWith(DATA)).forEach(this::hear);
    } catch (RuntimeException closed) {
      // by whoever listens, or by the service
    }
  }

  private void hear(String line) {
    last.set(line.substring(DATA.length()));
    heard.incrementAndGet();
  }

  public int status() {
    return response.statusCode();
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  public int heard() {
    return heard.get();
  }

  /** What was told last. */
  public JsonPath last() {
    return JsonPath.from(Optional.ofNullable(last.get()).orElse("{}"));
  }

  /** Whether the service has ended it. */
  public boolean over() {
    return !listening.isAlive();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
