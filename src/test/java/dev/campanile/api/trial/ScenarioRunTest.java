package dev.campanile.api.trial;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.trial.ScenarioDesk.Outcome;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.campaign.text.ScenarioReader.Told;
import dev.campanile.engine.warehouse.ScenarioStore.Kept;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.ManualClock;
import dev.campanile.translator.FileSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScenarioRunTest {

  private final ScenarioReader reader = new ScenarioReader(new SnakeYamlTreeParser());
  private final SimulationDesk simulations =
      new SimulationDesk(
          () -> {
            throw new AssertionError("nothing is compiled here");
          },
          reader,
          FileSource.NONE,
          Books::of,
          new LargeBodies(ManualClock.atNoon()));

  @Test
  void readsNoFileBehindABound() {
    // given
    var read = new AtomicInteger();
    List<Kept> files =
        IntStream.range(0, ScenarioRun.MOST_SCENARIOS + 2)
            .mapToObj(i -> new Kept("file-" + i, "scenarios: 1", NOON))
            .toList();
    // when
    var results =
        new ScenarioRun(simulations, new Candidate("", Map.of()))
            .of(files, text -> counted(read, text));
    // then
    assertThat(read).hasValue(ScenarioRun.MOST_SCENARIOS);
    assertThat(results).hasSize(ScenarioRun.MOST_SCENARIOS + 1);
    assertThat(results.getLast().outcome())
        .isInstanceOfSatisfying(
            Outcome.Broken.class,
            broken ->
                assertThat(broken.problems().getFirst().message())
                    .contains("at most 1000 scenarios", "nor was what follows"));
  }

  private Told counted(AtomicInteger read, String text) {
    read.incrementAndGet();
    return reader.read(text);
  }
}
