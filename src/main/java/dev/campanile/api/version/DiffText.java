package dev.campanile.api.version;

import dev.campanile.api.version.VersionDesk.Difference;
import dev.campanile.translator.GraphDiff.Change;
import dev.campanile.translator.GraphDiff.Element;
import java.util.Locale;

/** Differences between versions for people to read. */
final class DiffText {

  private DiffText() {}

  static String of(Difference difference) {
    if (difference.text().isEmpty() && difference.graph().changes().isEmpty()) {
      return "nothing has changed in %s\n".formatted(difference.to());
    }
    var text = new StringBuilder();
    difference.graph().changes().forEach(change -> text.append(line(change)).append('\n'));
    return text.append(difference.text()).toString();
  }

  /** Such as {@code ~ edge wait-done: … -> …}. */
  static String line(Change change) {
    String name =
        change.element() == Element.FRAME || change.element() == Element.ENTRY
            ? change.name()
            : word(change) + " " + change.name();
    return switch (change.kind()) {
      case ADDED -> "+ %s: %s".formatted(name, change.to().orElseThrow());
      case REMOVED -> "- %s: %s".formatted(name, change.from().orElseThrow());
      case CHANGED ->
          "~ %s: %s -> %s".formatted(name, change.from().orElseThrow(), change.to().orElseThrow());
    };
  }

  private static String word(Change change) {
    return change.element() == Element.RANK
        ? "order at"
        : change.element().name().toLowerCase(Locale.ROOT);
  }
}
