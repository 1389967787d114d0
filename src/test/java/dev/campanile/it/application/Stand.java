package dev.campanile.it.application;

import dev.campanile.testkit.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** A service that asks who one is; it serves all tests of a run. */
final class Stand implements AutoCloseable {

  final RunningServer server;
  final Backstage backstage;

  private Stand(RunningServer server) {
    this.server = server;
    this.backstage = new Backstage(path -> server.uri(path).toString(), this::kafka);
  }

  /**
   * Starts one.
   *
   * @param approval whether somebody else must publish what one has drawn: off, required
   */
  static Stand with(String approval) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CAMPANILE_ACCESS", "required");
    environment.put("CAMPANILE_ADMIN_PASSWORD", Backstage.PASSWORD);
    environment.put("CAMPANILE_APPROVAL", approval);
    try {
      var home = Files.createTempDirectory("campanile-application");
      return new Stand(RunningServer.start(home, environment));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String kafka() {
    try {
      return server.kafka();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  String address() {
    return server.uri("").toString();
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
  }
}
