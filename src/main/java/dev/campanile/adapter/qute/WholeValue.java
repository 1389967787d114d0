package dev.campanile.adapter.qute;

import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Template;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Expression.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that is one reference and nothing else: the value itself, with its type.
 *
 * <p>A text among the values is escaped where it stands as content; an address as a whole is taken
 * as it is.
 */
record WholeValue(
    String scope, String name, List<String> rest, Escapes escapes, List<Mention> mentions)
    implements Template {

  static WholeValue of(Expression expression, Escape escape, List<Mention> mentions) {
    List<String> path = expression.getParts().stream().map(Part::getName).toList();
    Escape kept = escape == Escape.PERCENT ? Escape.NONE : escape;
    return new WholeValue(
        path.getFirst(),
        path.size() == 1 ? "" : path.get(1),
        path.size() == 1 ? List.of() : path.subList(2, path.size()),
        new Escapes(kept),
        mentions);
  }

  @Override
  public Object fill(Known known) {
    Object value = known.value(scope, name).orElse(null);
    for (String segment : rest) {
      value = inside(value, segment);
    }
    return switch (value) {
      case null -> "";
      case String text -> escapes.escaped(text);
      default -> value;
    };
  }

  private static @Nullable Object inside(@Nullable Object value, String segment) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> map.get(segment);
      case List<?> list -> Values.member(list, segment);
      default -> null;
    };
  }
}
