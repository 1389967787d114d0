package dev.campanile.engine.monitor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that the service is made of, and how it is.
 *
 * @param name such as {@code outbox}
 * @param detail how it is, in a sentence
 * @param figures what was measured, by name
 */
public record Component(String name, State state, String detail, Map<String, Object> figures) {

  /** How something is. */
  public enum State {
    UP,
    /** It works, and somebody should look at it. */
    DEGRADED,
    DOWN
  }

  public Component {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  public static Component down(String name, String why) {
    return new Component(name, State.DOWN, why, Map.of());
  }

  /** One that is in order unless something is to be said. */
  public static Component of(
      String name, String fine, String trouble, Map<String, Object> figures) {
    return trouble.isEmpty()
        ? new Component(name, State.UP, fine, figures)
        : new Component(name, State.DEGRADED, trouble, figures);
  }

  /** Looks at components. Thread-safe; may throw, and may take its time. */
  public interface Probe {

    /** What it looks at, for when it cannot. */
    String name();

    Component look();
  }
}
