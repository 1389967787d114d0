package dev.campanile.campaign;

import java.util.List;

/** A YAML or JSON text before it means anything: each part knows its place. */
public sealed interface Tree {

  Place place();

  /** A mapping in the order written; keys may repeat (the reader reports it). */
  record Mapping(Place place, List<Member> members) implements Tree {

    public Mapping {
      members = List.copyOf(members);
    }
  }

  /** One key of a mapping, with its own place. */
  record Member(Place place, String key, Tree value) {}

  record Sequence(Place place, List<Tree> items) implements Tree {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A scalar, not yet read as a number, a truth value or nothing.
   *
   * @param quoted written in quotes or as a block, hence always text
   * @param written as it stands in the file, quotes included; empty where it spans several lines
   */
  record Scalar(Place place, String text, boolean quoted, String written) implements Tree {

    /**
     * The place of the character of {@code text} at an offset; the scalar's own where it spans
     * several lines.
     */
    public Place at(int offset) {
      int here = quoted ? 1 : 0;
      for (int i = 0;
          i < offset && here < written.length();
          i += Character.charCount(text.codePointAt(i))) {
        here += widthAt(here);
      }
      int end = Math.min(here, written.length());
      return new Place(place.line(), place.column() + written.codePointCount(0, end));
    }

    private int widthAt(int here) {
      boolean escapes = written.startsWith(written.charAt(0) == '"' ? "\\" : "''", here);
      return quoted && escapes ? escapeWidth(here) : Character.charCount(written.codePointAt(here));
    }

    private int escapeWidth(int here) {
      return switch (here + 1 < written.length() ? written.charAt(here + 1) : ' ') {
        case 'x' -> 4;
        case 'u' -> 6;
        case 'U' -> 10;
        default -> 2;
      };
    }
  }
}
