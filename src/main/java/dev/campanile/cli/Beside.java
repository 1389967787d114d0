package dev.campanile.cli;

import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files that stand beside a campaign file. */
final class Beside {

  private Beside() {}

  /** A file that cannot be read is none. */
  static FileSource of(Path campaign) {
    return FileSource.of(name -> text(campaign.resolveSibling(name)));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException | CharacterCodingException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
