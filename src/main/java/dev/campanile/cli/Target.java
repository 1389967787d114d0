package dev.campanile.cli;

import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The running service that a command is about: for picocli to mix in. */
final class Target {

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "the service (${DEFAULT-VALUE})")
  private URI service;

  @Mixin private KeyOption key;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  Target() {}

  Server server() {
    return new Server(service, key.value());
  }
}
