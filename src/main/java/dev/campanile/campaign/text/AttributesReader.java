package dev.campanile.campaign.text;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of any shape, as the parameters of actions are. Nothing ({@code null}) is left out.
 */
final class AttributesReader {

  private AttributesReader() {}

  static Attributes attributes(Map<String, Part> parts) {
    return new Attributes(object(parts));
  }

  /** The same where nothing says something: that there is none. */
  static Map<String, @Nullable Object> withNothing(Map<String, Part> parts) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    parts.forEach((key, part) -> values.put(key, nullable(part)));
    return values;
  }

  private static @Nullable Object nullable(Part part) {
    return part.tree() instanceof Tree.Mapping
        ? Fields.free(part).map(fields -> withNothing(fields.all())).orElse(Map.of())
        : value(part).orElse(null);
  }

  private static Map<String, Object> object(Map<String, Part> parts) {
    Map<String, Object> values = new LinkedHashMap<>();
    parts.forEach((key, part) -> value(part).ifPresent(value -> values.put(key, value)));
    return values;
  }

  private static Optional<Object> value(Part part) {
    return switch (part.tree()) {
      case Tree.Scalar scalar ->
          part.understood(() -> Scalars.value(scalar)).flatMap(found -> found);
      case Tree.Sequence sequence -> Optional.of(list(part, sequence));
      case Tree.Mapping mapping -> Fields.free(part).map(fields -> object(fields.all()));
    };
  }

  private static List<Object> list(Part part, Tree.Sequence sequence) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < sequence.items().size(); i++) {
      value(part.item(sequence, i)).ifPresent(values::add);
    }
    return values;
  }
}
