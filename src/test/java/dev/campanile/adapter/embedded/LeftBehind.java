package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Data directories, and perhaps daemons, of test runs that were killed. */
public final class LeftBehind {

  private LeftBehind() {}

  /** Removes those that no running test uses. */
  public static void removeAllIn(Path parent) throws IOException {
    List<Path> directories;
    try (var paths = Files.list(parent)) {
      directories = paths.filter(Files::isDirectory).toList();
    }
    for (Path directory : directories) {
      try (var claimed = DataDirectory.claim(directory, Optional.empty())) {
        kill(claimed);
        DataDirectory.delete(directory);
      } catch (EmbeddedServicesException e) {
        continue; // another test run works on it
      }
    }
  }

  static void kill(DataDirectory directory) throws IOException {
    kill(new Daemon("redis-server", directory.file("redis/redis.pid"), directory.file("redis")));
    kill(
        new Daemon(
            "postgres", directory.file("postgres/postmaster.pid"), directory.file("postgres")));
  }

  private static void kill(Daemon daemon) throws IOException {
    daemon
        .running()
        .ifPresent(
            process -> {
              var children = process.descendants().toList();
              process.destroyForcibly();
              children.forEach(ProcessHandle::destroyForcibly);
            });
    daemon.endsWithin(Duration.ofSeconds(10));
  }
}
