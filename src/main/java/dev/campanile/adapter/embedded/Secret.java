package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A password kept in a file of the data directory: loopback is shared by all users of a machine,
 * and a superuser of PostgreSQL or Redis can write files as us.
 */
final class Secret {

  private static final int BYTES = 24;

  private Secret() {}

  static String in(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, random());
    }
    return Files.readString(file).strip();
  }

  /** Writes a file that only its owner can read. */
  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(unfinished, text);
    Files.move(unfinished, file);
  }

  private static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
