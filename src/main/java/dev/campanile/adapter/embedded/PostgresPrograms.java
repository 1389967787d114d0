package dev.campanile.adapter.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked once per version. */
final class PostgresPrograms {

  private final Path bin;
  private final List<String> prefix;

  private PostgresPrograms(Path bin, List<String> prefix) {
    this.bin = bin;
    this.prefix = prefix;
  }

  static PostgresPrograms unpacked(Path programs, Consumer<String> say) throws IOException {
    var archive =
        new Resource(
            Platform.current().postgresArchive(), "PostgreSQL", "QUARKUS_DATASOURCE_JDBC_URL");
    Path target = programs.resolve("postgresql-" + checksum(archive));
    if (!Files.exists(target)) {
      say.accept("Unpacking PostgreSQL (once)");
      unpack(archive, target);
    }
    return new PostgresPrograms(target.resolve("bin"), prefixForRoot());
  }

  /** The command line of one of the programs. */
  List<String> command(String program, Object... arguments) {
    var command = Program.command(prefix, bin.resolve(program));
    return Program.command(command, arguments);
  }

  private static String checksum(Resource archive) throws IOException {
    try (var stream = new CheckedInputStream(archive.open(), new CRC32())) {
      stream.skip(Long.MAX_VALUE);
      return Long.toHexString(stream.getChecksum().getValue());
    }
  }

  private static void unpack(Resource archive, Path target) throws IOException {
    // Under another name first: a start that was cut short must not leave half of the programs.
    Path unfinished = Files.createTempDirectory(target.getParent(), "unfinished");
    try (InputStream stream = archive.open();
        var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(stream)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, entry.resolveIn(unfinished));
      }
    }
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    String rights = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  private static List<String> prefixForRoot() {
    boolean root = System.getProperty("user.name").equals("root");
    if (!root) {
      return List.of();
    }
    if (Program.succeeds("unshare", "-U", "true")) {
      return List.of("unshare", "-U");
    }
    throw new EmbeddedServicesException(
        """
        Expected to start PostgreSQL, but it refuses to run as root and this system has no user namespaces.
        Maybe run Campanile as another user, or run PostgreSQL yourself and set QUARKUS_DATASOURCE_JDBC_URL.""");
  }
}
