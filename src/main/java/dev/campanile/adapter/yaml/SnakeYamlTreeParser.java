package dev.campanile.adapter.yaml;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.TreeParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * YAML 1.2 and JSON into trees, from the events of snakeyaml-engine, so that nothing is ever
 * constructed.
 *
 * <p>Anchors, aliases, tags and further documents are refused; size and depth are bounded.
 * Thread-safe.
 */
public final class SnakeYamlTreeParser implements TreeParser {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("campaign")
          .setCodePointLimit(LONGEST + 1)
          .setUseMarks(true)
          .build();

  @Override
  public Parsed parse(String text) {
    if (text.length() > LONGEST || text.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return broken(
          Place.START,
          "Expected at most %d bytes, but the file is longer.".formatted(LONGEST),
          "Maybe split it.");
    }
    List<Violation> found = new ArrayList<>();
    try {
      return new TreeGrower(text, new Parse(SETTINGS).parseString(text), found).grow();
    } catch (MarkedYamlEngineException malformed) {
      found.add(violation(malformed));
      return new Parsed.Broken(found);
    } catch (ReaderException unreadable) {
      return broken(
          placeOf(text, unreadable.getPosition()),
          "Expected text, but got the character U+%04X.".formatted(unreadable.getCodePoint()),
          "");
    } catch (RuntimeException malformed) {
      // the scanner lets a few escapes such as "\UFFFFFFFF" through to code that throws exceptions
      // of its own
      return broken(Place.START, "Expected YAML or JSON, but got a text that is neither.", "");
    }
  }

  private static Violation violation(MarkedYamlEngineException malformed) {
    String problem =
        Stream.of(malformed.getContext(), malformed.getProblem())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(": "))
            .replaceAll("\\p{Cntrl}+", " ");
    return Violation.error(
        TreeGrower.place(malformed.getProblemMark()),
        "",
        "Expected YAML or JSON, but %s.".formatted(problem),
        "");
  }

  private static Parsed broken(Place place, String message, String advice) {
    return new Parsed.Broken(List.of(Violation.error(place, "", message, advice)));
  }

  private static Place placeOf(String text, int codePoints) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    int start = text.lastIndexOf('\n', end - 1) + 1;
    return new Place(line, 1 + text.codePointCount(start, Math.max(start, end)));
  }
}
