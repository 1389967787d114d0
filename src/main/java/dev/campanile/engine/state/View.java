package dev.campanile.engine.state;

import dev.campanile.engine.rule.Scene;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * A scene and who looks at it.
 *
 * @param participation none where an entry is judged
 * @param dues when its deadlines fall due, by text, on the user's clock; told where somebody asks
 *     for reasons
 */
record View(Scene scene, Optional<String> participation, Map<String, OffsetDateTime> dues) {

  /** What the entries look at. */
  static View of(Scene scene) {
    return new View(scene, Optional.empty(), Map.of());
  }
}
