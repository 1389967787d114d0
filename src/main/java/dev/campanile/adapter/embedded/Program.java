package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the system and waits for them. */
final class Program {

  private static final long TIMEOUT_SECONDS = 120;

  private Program() {}

  /** Runs to the end; its output goes to {@code log}. */
  static void run(String name, Path log, List<String> command) throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    int exit = await(process, command);
    if (exit != 0) {
      throw new EmbeddedServicesException(
          "Expected %s to succeed, but it ended with %d.\nMaybe %s tells why."
              .formatted(name, exit, log));
    }
  }

  static boolean succeeds(String... command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return await(process, List.of(command)) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  static List<String> command(List<String> prefix, Object... words) {
    var command = new ArrayList<>(prefix);
    for (Object word : words) {
      command.add(word.toString());
    }
    return command;
  }

  private static int await(Process process, List<String> command) throws IOException {
    try {
      if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException("No end after %d s: %s".formatted(TIMEOUT_SECONDS, command));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted: " + command, e);
    }
  }
}
