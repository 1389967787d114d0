package dev.campanile.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what webhooks bring: a listener on loopback to try campaigns out with. */
@Command(
    name = "listen",
    description =
        "Listens on loopback, answers every request with 200, and prints its key and its body.",
    mixinStandardHelpOptions = true)
public final class Listen implements Callable<Integer> {

  private static final int MOST_BYTES = 64 * 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9000",
      description = "the port (${DEFAULT-VALUE})")
  private int port;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  public Listen() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", this::show);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    say("Listening on http://127.0.0.1:%d/ (Ctrl-C stops it)".formatted(port));
    new CountDownLatch(1).await();
    return 0;
  }

  private void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      say(
          "%s %s  key %s  %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  key,
                  new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
