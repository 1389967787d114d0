package dev.campanile.campaign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object as the engine sees it: the properties of an event, or the profile of a user.
 *
 * <p>Values are {@link BigDecimal}, {@link String}, {@link Boolean}, {@link List} of values, or
 * {@link Map} from text to values. Nulls are left out: a null and a missing property are the same
 * to every condition. Immutable.
 */
public record Attributes(Map<String, Object> values) {

  public static final Attributes NONE = new Attributes(Map.of());

  public Attributes {
    values = object(values);
  }

  /** The value at the path, or empty where there is none. */
  public Optional<Object> at(Path path) {
    Object here = values;
    for (String segment : path.segments()) {
      if (!(here instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      here = map.get(segment);
    }
    return Optional.ofNullable(here);
  }

  /**
   * These attributes with those of {@code changes} laid over them; a null in {@code changes}
   * removes.
   */
  public Attributes with(Map<String, ?> changes) {
    Map<String, Object> merged = new LinkedHashMap<>(values);
    merged.putAll(changes);
    return new Attributes(merged);
  }

  private static Map<String, Object> object(Map<?, ?> raw) {
    Map<String, Object> clean = new LinkedHashMap<>();
    raw.forEach((key, value) -> value(value).ifPresent(v -> clean.put(String.valueOf(key), v)));
    return Collections.unmodifiableMap(clean);
  }

  private static Optional<Object> value(Object raw) {
    return switch (raw) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(object(map));
      case List<?> list -> Optional.of(list(list));
      case Number number -> Optional.of(decimal(number));
      case Boolean bool -> Optional.of(bool);
      default -> Optional.of(raw.toString());
    };
  }

  private static List<Object> list(List<?> raw) {
    List<Object> clean = new ArrayList<>(raw.size());
    for (Object element : raw) {
      value(element).ifPresent(clean::add);
    }
    return List.copyOf(clean);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }
}
