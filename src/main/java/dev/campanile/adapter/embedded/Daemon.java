package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program that runs by itself, known by the pid file it wrote. It survives a crash of its starter;
 * the next start then finds it here.
 */
record Daemon(String program, Path pidFile, Path home) {

  /** The process, if it runs and really is this program in this directory: pids are used again. */
  Optional<ProcessHandle> running() throws IOException {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
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
