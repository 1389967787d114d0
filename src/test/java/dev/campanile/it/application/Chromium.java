package dev.campanile.it.application;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String MISSING =
      "The Application is not tested: there is no Chromium on the PATH. Install it (apt install"
          + " chromium, brew install chromium), or name one in CAMPANILE_CHROMIUM.";

  private Chromium() {}

  /**
   * The executable; where there is none the test is skipped, or fails where {@code
   * CAMPANILE_BROWSER} is {@code required}.
   */
  static Path executable() {
    Optional<Path> found = named().or(Chromium::onThePath);
    if (found.isEmpty() && "required".equals(System.getenv("CAMPANILE_BROWSER"))) {
      throw new IllegalStateException(MISSING);
    }
    if (found.isEmpty()) {
      System.err.println(MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return found.orElseThrow();
  }

  private static Optional<Path> named() {
    return Optional.ofNullable(System.getenv("CAMPANILE_CHROMIUM")).map(Path::of);
  }

  private static Optional<Path> onThePath() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
