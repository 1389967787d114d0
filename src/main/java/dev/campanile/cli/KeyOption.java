package dev.campanile.cli;

import java.util.Optional;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** By what a command is let in at a service: for picocli to mix in. */
final class KeyOption {

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:CAMPANILE_KEY:-}",
      showDefaultValue = Visibility.NEVER,
      description =
          "a service key (CAMPANILE_KEY, which others on this machine cannot see), made by 'campanile key create'")
  private String key;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  KeyOption() {}

  /** None where the service asks nobody who they are. */
  Optional<String> value() {
    return Optional.of(key.strip()).filter(text -> !text.isEmpty());
  }
}
