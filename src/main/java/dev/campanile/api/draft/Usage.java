package dev.campanile.api.draft;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which attributes there are and what their values are like. Not thread-safe. */
final class Usage {

  /** What a value is like. */
  enum Kind {
    NUMBER,
    TEXT,
    TRUTH,
    TIME,
    LIST
  }

  private static final int MOST_PATHS = 200;
  private static final int DEEPEST = 4;

  private final Map<String, Set<Kind>> kinds = new TreeMap<>();

  /** The kinds by path, in order. */
  Map<String, Set<Kind>> kinds() {
    return kinds;
  }

  void seen(Attributes attributes) {
    attributes.values().forEach((name, value) -> seen(name, value, 1));
  }

  /** What a condition compares it with says what the author takes it for. */
  void used(Comparison comparison) {
    Set<Kind> known = named(comparison.path());
    if (known == null) {
      return;
    }
    if (Set.of(Operator.BEFORE, Operator.AFTER).contains(comparison.operator())) {
      known.add(Kind.TIME);
    } else {
      used(comparison.operand(), known);
    }
  }

  /** That it is asked for; for what is not known. Null where there is no room for another. */
  @Nullable Set<Kind> named(Path path) {
    return named(path.toString());
  }

  private static void used(Operand operand, Set<Kind> known) {
    switch (operand) {
      case Operand.Literal(BigDecimal number) -> known.add(Kind.NUMBER);
      case Operand.Literal(Boolean truth) -> known.add(Kind.TRUTH);
      case Operand.Literal(Object text) -> known.add(Kind.TEXT);
      case Operand.Pattern pattern -> known.add(Kind.TEXT);
      case Operand.Several(List<Operand> values) -> values.forEach(value -> used(value, known));
      case Operand.None none -> {}
      case Operand.Reference reference -> {}
    }
  }

  private void seen(String path, Object value, int depth) {
    if (value instanceof Map<?, ?> object) {
      if (depth < DEEPEST) {
        object.forEach((name, inner) -> seen(path + "." + name, inner, depth + 1));
      }
      return;
    }
    Set<Kind> known = named(path);
    if (known != null) {
      known.add(kind(value));
    }
  }

  private @Nullable Set<Kind> named(String path) {
    return kinds.containsKey(path) || kinds.size() < MOST_PATHS
        ? kinds.computeIfAbsent(path, any -> EnumSet.noneOf(Kind.class))
        : null;
  }

  private static Kind kind(Object value) {
    return switch (value) {
      case BigDecimal number -> Kind.NUMBER;
      case Boolean truth -> Kind.TRUTH;
      case List<?> list -> Kind.LIST;
      default -> isTime(value.toString()) ? Kind.TIME : Kind.TEXT;
    };
  }

  private static boolean isTime(String text) {
    if (text.length() < 10 || !Character.isDigit(text.charAt(0))) {
      return false;
    }
    try {
      DateTimeFormatter.ISO_DATE.parse(text.substring(0, 10));
      return text.length() == 10 || text.charAt(10) == 'T';
    } catch (DateTimeException otherwise) {
      return false;
    }
  }
}
