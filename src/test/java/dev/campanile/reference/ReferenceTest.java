package dev.campanile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.UserId;
import dev.campanile.testkit.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The interpreter is held to every sentence of the page that the engine is held to. */
final class ReferenceTest {

  /** Words of rows that speak of what is not interpreted yet; any other row is run. */
  private static final Pattern UNCOVERED =
      Pattern.compile(
          "\"(at|on|cron|during|rules) |launch:|goal:|exit:|quiet-hours|of: all|at-end: stop"
              + "|on-change|in '|list:");

  @TestFactory
  Stream<DynamicTest> holdsForEverySentence() throws IOException {
    return Files.readAllLines(Path.of("docs/semantics.md")).stream()
        .flatMap(line -> Vector.of(line).stream())
        .filter(vector -> !UNCOVERED.matcher(String.join("\n", vector.given())).find())
        .map(vector -> DynamicTest.dynamicTest(vector.sentence(), () -> check(vector)));
  }

  private static void check(Vector vector) {
    assertThat(vector.run(Told::new))
        .as(vector.toString())
        .containsExactlyElementsOf(vector.course());
  }

  /** The interpreter in the words of the page. */
  private static final class Told implements Vector.Teller {

    private final Reference reference;
    private final Instant start;
    private Instant latest;

    private Told(CampaignGraph campaign, Attributes profile, Instant start) {
      this.reference = new Reference(new UserId("anna"), List.of(campaign), profile);
      this.start = start;
      this.latest = start;
    }

    @Override
    public void happens(Instant time, String type, Map<String, ?> properties) {
      latest = time.isAfter(latest) ? time : latest;
      reference.happens(time, type, properties);
    }

    @Override
    public void sets(Instant time, Map<String, Object> changes) {
      latest = time.isAfter(latest) ? time : latest;
      reference.sets(time, changes);
    }

    @Override
    public List<String> course(Duration elapsed) {
      reference.elapse(latest.plus(elapsed));
      return reference.course().stream().flatMap(step -> words(step).stream()).toList();
    }

    private List<String> words(Step step) {
      String at = " " + Vector.print(Duration.between(start, step.at()));
      return switch (step) {
        case Step.Arrived arrived -> List.of(arrived.node() + at);
        case Step.Ordered ordered -> List.of(ordered.action() + "!" + at);
        case Step.Refused refused -> List.of("refused " + refused.reason() + at);
        case Step.Skipped skipped -> List.of("skipped " + skipped.action() + at);
        case Step.Late late -> List.of("late" + at);
        case Step.Ended ended -> List.of();
      };
    }
  }
}
