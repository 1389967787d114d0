package dev.campanile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that change only where a change was meant: {@code src/test/resources/golden}, rewritten by
 * {@code mvn test -Dtest=… -Dgolden.update=true} and seen in review.
 */
public final class Goldens {

  private static final Path DIRECTORY = Path.of("src/test/resources/golden");

  private Goldens() {}

  public static String read(String file) {
    try {
      return Files.readString(DIRECTORY.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  public static void verify(String file, String text) {
    if (Boolean.getBoolean("golden.update")) {
      write(file, text);
    }
    assertThat(text).isEqualTo(read(file));
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(DIRECTORY.resolve(file), text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
