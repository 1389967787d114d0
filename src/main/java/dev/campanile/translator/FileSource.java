package dev.campanile.translator;

import dev.campanile.engine.warehouse.Hashes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The files that campaigns may name, by name. */
@FunctionalInterface
public interface FileSource {

  /**
   * A file.
   *
   * @param hash SHA-256 of its text, in hex
   * @param text asked for only where equal content has not been read before
   */
  record File(String hash, Supplier<String> text) {

    public static File of(String text) {
      return new File(Hashes.sha256(text), () -> text);
    }
  }

  FileSource NONE = name -> Optional.empty();

  Optional<File> named(String name);

  /** Files of which the text is at hand anyway. */
  static FileSource of(Function<String, Optional<String>> texts) {
    return name -> texts.apply(name).map(File::of);
  }

  /** These files as they are when they are asked for first. Not thread-safe. */
  default FileSource asOfNow() {
    Map<String, Optional<File>> seen = new HashMap<>();
    return name -> seen.computeIfAbsent(name, this::named);
  }
}
