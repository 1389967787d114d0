package dev.campanile.adapter.qute;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of a loop: its element, and what is known of the round itself. */
record Round(String alias, Object element, int index, boolean last) {

  static final List<String> FACTS = List.of("count", "index", "isFirst", "isLast", "hasNext");

  /** The value of a name that the loop brings, or null where it is not the loop's. */
  @Nullable Object value(String name) {
    if (name.equals(alias)) {
      return element;
    }
    return name.startsWith(alias + "_") ? fact(name.substring(alias.length() + 1)) : null;
  }

  private @Nullable Object fact(String name) {
    return switch (name) {
      case "count" -> BigDecimal.valueOf(index + 1);
      case "index" -> BigDecimal.valueOf(index);
      case "isFirst" -> index == 0;
      case "isLast" -> last;
      case "hasNext" -> !last;
      default -> null;
    };
  }
}
