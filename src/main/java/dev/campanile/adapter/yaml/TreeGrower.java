package dev.campanile.adapter.yaml;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.campaign.text.TreeParser.Parsed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Grows one tree out of the events of one text. */
final class TreeGrower {

  private final String text;
  private final Iterator<Event> events;
  private final List<Violation> violations;

  // how far into the text the last scalar began, in code points and in characters: scalars come in
  // order
  private int codePoints;
  private int characters;

  /**
   * @param violations takes what is wrong as it is met, so that it is known where the text breaks
   *     off, too
   */
  TreeGrower(String text, Iterable<Event> events, List<Violation> violations) {
    this.text = text;
    this.events = events.iterator();
    this.violations = violations;
  }

  /** Thrown where going on makes no sense. */
  private static final class TooDeep extends RuntimeException {}

  Parsed grow() {
    Optional<Tree> tree;
    try {
      tree = document();
    } catch (TooDeep tooDeep) {
      return new Parsed.Broken(violations);
    }
    return tree.isPresent() && violations.isEmpty()
        ? new Parsed.Whole(tree.get())
        : new Parsed.Broken(violations);
  }

  private Optional<Tree> document() {
    Optional<Tree> tree = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        if (tree.isPresent()) {
          refuse(
              event,
              "Expected one document, but got a second one.",
              "Maybe put it in a file of its own.");
          return Optional.empty();
        }
        tree = Optional.of(tree(events.next(), 1));
      }
    }
    if (tree.isEmpty()) {
      violations.add(
          Violation.error(Place.START, "", "Expected a document, but the file is empty.", ""));
    }
    return tree;
  }

  private Tree tree(Event event, int depth) {
    if (depth > TreeParser.DEEPEST) {
      refuse(event, "Expected at most %d levels, but got more.".formatted(TreeParser.DEEPEST), "");
      throw new TooDeep();
    }
    refuseMarks(event);
    return switch (event) {
      case MappingStartEvent start -> mapping(start, depth);
      case SequenceStartEvent start -> sequence(start, depth);
      case ScalarEvent scalar -> scalar(scalar);
      default -> new Tree.Scalar(place(event.getStartMark()), "", false, "");
    };
  }

  private Tree mapping(Event start, int depth) {
    var members = new ArrayList<Tree.Member>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Tree key = tree(event, depth + 1);
      Tree value = tree(events.next(), depth + 1);
      if (key instanceof Tree.Scalar scalar) {
        members.add(new Tree.Member(key.place(), scalar.text(), value));
      } else {
        refuse(event, "Expected a text as key, but got a mapping or a list.", "");
      }
    }
    return new Tree.Mapping(place(start.getStartMark()), members);
  }

  private Tree sequence(Event start, int depth) {
    var items = new ArrayList<Tree>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(tree(event, depth + 1));
    }
    return new Tree.Sequence(place(start.getStartMark()), items);
  }

  private Tree scalar(ScalarEvent scalar) {
    if (scalar.getValue().chars().anyMatch(c -> c == 0) || hasLoneSurrogate(scalar.getValue())) {
      refuse(scalar, "Expected text, but got a character that is none (NUL, or half a pair).", "");
    }
    return new Tree.Scalar(
        place(scalar.getStartMark()), scalar.getValue(), !scalar.isPlain(), written(scalar));
  }

  /**
   * The scalar as it stands in the file; empty where it spans lines, as offsets in it then say
   * nothing.
   */
  private String written(ScalarEvent scalar) {
    Mark start = scalar.getStartMark().orElseThrow();
    Mark end = scalar.getEndMark().orElseThrow();
    if (start.getLine() != end.getLine() || scalar.isLiteral() || scalar.isFolded()) {
      return "";
    }
    characters = text.offsetByCodePoints(characters, start.getIndex() - codePoints);
    codePoints = start.getIndex();
    return text.substring(
        characters, text.offsetByCodePoints(characters, end.getIndex() - start.getIndex()));
  }

  private void refuseMarks(Event event) {
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
      refuse(
          event,
          "Expected no anchors and aliases, but got one.",
          "Maybe write the value out, or put it in quotes.");
    }
    if (tag(event).isPresent()) {
      refuse(
          event,
          "Expected no tags, but got '%s'.".formatted(tag(event).get()),
          "Maybe put the text in quotes.");
    }
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case MappingStartEvent mapping -> mapping.getTag();
      case SequenceStartEvent sequence -> sequence.getTag();
      default -> Optional.empty();
    };
  }

  private void refuse(Event event, String message, String advice) {
    violations.add(Violation.error(place(event.getStartMark()), "", message, advice));
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(Place.START);
  }
}
