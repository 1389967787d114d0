package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that runs by itself, known by the pid file it wrote. It survives a crash of its
 * starter; the next start then finds it here.
 */
record Daemon(String program, Path pidFile, Path home) {

  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration CHILDREN_TIMEOUT = Duration.ofSeconds(20);

  /** The process, if it runs and really is this program in this directory: pids are used again. */
  Optional<ProcessHandle> running() throws IOException {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
  }

  /** Waits for the process to end; false if it still runs after {@code timeout}. */
  boolean endsWithin(Duration timeout) throws IOException {
    // ProcessHandle.onExit looks at a process that is not our child only every few seconds.
    long deadline = System.nanoTime() + timeout.toNanos();
    while (running().isPresent()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }

  /**
   * Removes the pid file of a daemon that was killed, once its children are gone as well. A zombie
   * would otherwise pass for a running server: in a container nobody may be there to reap it.
   */
  void forgetKilled() throws IOException {
    if (running().isPresent() || !Files.exists(pidFile)) {
      return;
    }
    awaitChildren();
    Files.delete(pidFile);
  }

  private void awaitChildren() throws IOException {
    long deadline = System.nanoTime() + CHILDREN_TIMEOUT.toNanos();
    while (ProcessHandle.allProcesses().anyMatch(this::isOurs)) {
      if (System.nanoTime() > deadline) {
        throw new EmbeddedServicesException(
            "Expected nothing to work on %s, but a child of a killed %s still does.\nMaybe end it."
                .formatted(home, program));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private Optional<Long> pid() throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try (var lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).filter(l -> l.matches("\\d+")).map(Long::valueOf);
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().command().filter(this::namesProgram).isPresent() && worksInHome(process);
  }

  private boolean namesProgram(String command) {
    // Linux adds a remark when the file has been replaced since.
    String file = command.replace(" (deleted)", "");
    return Path.of(file).getFileName().toString().startsWith(program);
  }

  private boolean worksInHome(ProcessHandle process) {
    Path link = Path.of("/proc/%d/cwd".formatted(process.pid()));
    try {
      return Files.readSymbolicLink(link).equals(home);
    } catch (IOException | UnsupportedOperationException e) {
      // No /proc on this system: then the program must have been unpacked beside its data.
      return process.info().command().orElse("").startsWith(home.getParent().toString());
    }
  }
}
