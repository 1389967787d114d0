package dev.campanile.translator;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What contents were read as, by their hash; kept while there is room for it. Thread-safe. */
final class Parsed<T> {

  private final Map<String, SoftReference<T>> kept = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException as the reading does; it is then tried again the next time
   */
  T get(FileSource.File file, Function<String, T> reading) {
    @Nullable T known = known(file.hash());
    if (known != null) {
      return known;
    }
    T read = reading.apply(file.text().get());
    kept.values().removeIf(reference -> reference.get() == null);
    kept.put(file.hash(), new SoftReference<>(read));
    return read;
  }

  private @Nullable T known(String hash) {
    SoftReference<T> reference = kept.get(hash);
    return reference == null ? null : reference.get();
  }
}
