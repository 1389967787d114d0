package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Violation;
import java.util.List;

/** A port: YAML text, of which JSON is a part, into a tree whose parts know their places. */
@FunctionalInterface
public interface TreeParser {

  /** The longest text that is read, in bytes of UTF-8. */
  int LONGEST = 1 << 20;

  /** The deepest nesting that is read. */
  int DEEPEST = 64;

  /** Never throws, whatever the text. */
  Parsed parse(String text);

  /** What parsing comes to. */
  sealed interface Parsed {

    record Whole(Tree tree) implements Parsed {}

    record Broken(List<Violation> violations) implements Parsed {

      public Broken {
        violations = List.copyOf(violations);
      }
    }
  }
}
