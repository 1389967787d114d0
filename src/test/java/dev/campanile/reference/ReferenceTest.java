package dev.campanile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.UserId;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Vector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The interpreter is held to every sentence of the pages that the engine is held to. */
final class ReferenceTest {

  /** Words of rows that speak of what is not interpreted yet; any other row is run. */
  private static final Pattern UNCOVERED =
      Pattern.compile("\"rules |date: user|on-change|in '|list:");

  @TestFactory
  Stream<DynamicNode> holdsForEverySentence() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Path page : Vector.pages()) {
      pages.add(
          DynamicContainer.dynamicContainer(
              page.getFileName().toString(),
              Vector.of(page).stream()
                  .filter(ReferenceTest::isCovered)
                  .map(row -> DynamicTest.dynamicTest(row.sentence(), () -> check(row)))));
    }
    return pages.stream();
  }

  private static boolean isCovered(Vector vector) {
    return !UNCOVERED.matcher(String.join("\n", vector.given())).find();
  }

  private static void check(Vector vector) {
    assertThat(vector.run(Told::new))
        .as(vector.toString())
        .containsExactlyElementsOf(vector.course());
  }

  /** The interpreter in the words of the page. */
  private static final class Told implements Vector.Teller {

    private final Reference reference;
    private final CampaignGraph campaign;
    private final Instant start;
    private Instant latest;

    private Told(Vector.Setting setting) {
      var anna = new UserId("anna");
      this.campaign = setting.campaign();
      this.start = setting.start();
      this.reference =
          new Reference(anna, List.of(campaign), caps(setting), setting.profile(), start);
      this.latest = start;
    }

    private static List<Cap> caps(Vector.Setting setting) {
      return setting.caps().map(Languages::caps).orElse(Caps.NONE).caps();
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
    public void pauses(Instant time) {
      latest = time.isAfter(latest) ? time : latest;
      reference.pauses(time, campaign.id());
    }

    @Override
    public void resumes(Instant time) {
      latest = time.isAfter(latest) ? time : latest;
      reference.resumes(time, campaign.id());
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
        case Step.Ordered ordered -> List.of(words(ordered) + at + until(ordered));
        case Step.Refused refused -> List.of("refused " + refused.reason() + at);
        case Step.Skipped skipped -> List.of("skipped " + skipped.action() + at);
        case Step.Late late -> List.of("late" + at);
        case Step.Reached reached -> List.of("goal" + at);
        case Step.Ended ended ->
            switch (ended.how()) {
              case "COMPLETED" -> List.of();
              case "STOPPED" -> List.of("stopped" + at);
              default -> List.of("exited" + at);
            };
      };
    }

    private static String words(Step.Ordered ordered) {
      return ordered.action() + (ordered.withheld().isPresent() ? "-" : "!");
    }

    private String until(Step.Ordered ordered) {
      return ordered.withheld().map(cause -> " " + cause).orElse("")
          + ordered
              .until()
              .map(until -> " until " + Vector.print(Duration.between(start, until)))
              .orElse("");
    }
  }
}
