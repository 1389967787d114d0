package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;

/**
 * The directory of all embedded services, claimed by one instance at a time through a file lock.
 */
final class DataDirectory implements AutoCloseable {

  private static final long LOG_BYTES_KEPT = 10L << 20;

  private final Path root;
  private final Path programs;
  private final FileChannel lockFile;

  private DataDirectory(Path root, Path programs, FileChannel lockFile) {
    this.root = root;
    this.programs = programs;
    this.lockFile = lockFile;
  }

  static DataDirectory claim(Path data, Optional<Path> programs) {
    try {
      // The real path, because a running program tells its directory with links resolved.
      Path root = Files.createDirectories(data).toRealPath();
      return new DataDirectory(
          root,
          programs.orElse(root.resolve("programs")),
          lock(root.resolve("campanile.lock"), data));
    } catch (IOException e) {
      throw new EmbeddedServicesException(
          "Expected a data directory that can be written, but %s cannot: %s".formatted(data, e), e);
    }
  }

  Path home(String service) throws IOException {
    return Files.createDirectories(root.resolve(service));
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** Where unpacked programs lie: here, or in a place that several data directories share. */
  Path programs() throws IOException {
    return Files.createDirectories(programs).toRealPath();
  }

  /** The log file of a service; a long one is put aside first, so that it cannot grow for ever. */
  Path log(String service) throws IOException {
    Path log = Files.createDirectories(root.resolve("logs")).resolve(service + ".log");
    if (Files.exists(log) && Files.size(log) > LOG_BYTES_KEPT) {
      Files.move(log, log.resolveSibling(service + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var paths = Files.walk(tree)) {
      paths.sorted(Comparator.reverseOrder()).forEach(DataDirectory::deleteOne);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel lock(Path file, Path data) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw inUse(file, data);
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
    return channel;
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another instance in this very process
    }
  }

  private static EmbeddedServicesException inUse(Path file, Path data) throws IOException {
    return new EmbeddedServicesException(
        """
        Expected the data directory %s to be free, but process %s works on it.
        Maybe stop that one, or give this one a directory of its own with --data DIR and a --port."""
            .formatted(data, Files.readString(file)));
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
