package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.campaign.text.ScenarioReader.Told;
import dev.campanile.engine.scenario.Verdict;
import dev.campanile.engine.warehouse.ScenarioStore;
import dev.campanile.engine.warehouse.ScenarioStore.Kept;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Scenarios that are kept with campaigns: what must hold of every version. Thread-safe. */
public final class ScenarioDesk {

  /** Files of one campaign. */
  static final int MOST = 200;

  private static final int LONGEST_NAME = 100;

  /** What came of one scenario of a file. */
  record Result(String file, Place place, String name, Outcome outcome) {}

  /** Told, or not to be told. */
  sealed interface Outcome {

    record Judged(Verdict verdict) implements Outcome {}

    record Broken(List<Violation> problems) implements Outcome {}
  }

  private final ScenarioStore store;
  private final ScenarioReader reader;
  private final SimulationDesk simulations;
  private final CampaignDesk campaigns;
  private final Clock clock;

  public ScenarioDesk(
      ScenarioStore store,
      ScenarioReader reader,
      SimulationDesk simulations,
      CampaignDesk campaigns,
      Clock clock) {
    this.store = store;
    this.reader = reader;
    this.simulations = simulations;
    this.campaigns = campaigns;
    this.clock = clock;
  }

  List<Kept> all(String campaign) {
    return store.of(Ids.campaign(campaign));
  }

  Kept named(String campaign, String name) {
    return store.named(Ids.campaign(campaign), name).orElseThrow(() -> unknown(name));
  }

  Optional<String> text(String campaign, String name) {
    return Texts.flawOfName(name, LONGEST_NAME).isPresent()
        ? Optional.empty()
        : store.named(Ids.campaign(campaign), name).map(Kept::text);
  }

  /** Whether there was none of this name; refuses what does not read, or is of other campaigns. */
  boolean keep(String id, String name, String text) {
    CampaignId campaign = Ids.campaign(id);
    Texts.flawOfName(name, LONGEST_NAME)
        .or(() -> Texts.flaw(text))
        .ifPresent(
            flaw -> {
              throw invalid(flaw);
            });
    List<Violation> problems = problems(campaign, text);
    if (!problems.isEmpty()) {
      throw SimulationDesk.refused(problems);
    }
    List<Kept> others = store.of(campaign);
    if (others.size() >= MOST && others.stream().noneMatch(one -> one.name().equals(name))) {
      throw invalid("Expected at most %d scenarios of a campaign.".formatted(MOST));
    }
    return store.keep(
        campaign, new Kept(name, text, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  void forget(String campaign, String name) {
    if (!store.forget(Ids.campaign(campaign), name)) {
      throw unknown(name);
    }
  }

  /**
   * Tells all scenarios of a campaign; within an {@link #answer}.
   *
   * @param candidate in place of the open version
   */
  List<Result> run(String id, Optional<Candidate> candidate) {
    CampaignId campaign = Ids.campaign(id);
    Candidate told =
        candidate.orElseGet(
            () -> new Candidate(campaigns.version(id, Optional.empty()).yaml(), Map.of()));
    return new ScenarioRun(simulations, told).of(store.of(campaign), reader::read);
  }

  /** Reads a request and answers it, as {@link SimulationDesk#answer}. */
  <T> T answer(InputStream body, Function<JsonNode, T> answer) throws IOException {
    return simulations.answer(body, answer);
  }

  private List<Violation> problems(CampaignId campaign, String text) {
    return switch (reader.read(text)) {
      case Told.Refused(var violations) -> violations;
      case Told.Read(ScenarioFile(var named, var scenarios)) ->
          named.stream()
              .filter(one -> named.size() > 1 || !one.text().matches(campaign + "\\.(ya?ml|json)"))
              .map(one -> foreign(campaign, one))
              .toList();
    };
  }

  private static Violation foreign(CampaignId campaign, Mention other) {
    return Violation.error(
        other.place(),
        "campaign",
        "Expected scenarios of '%s' alone, but they name '%s'.".formatted(campaign, other.text()),
        "Maybe keep the file beside the campaigns, for the command 'test'.");
  }

  private static ProblemException invalid(String detail) {
    return Problem.of(422, "invalid-scenario", "The scenario was refused", detail).exception();
  }

  private static ProblemException unknown(String name) {
    return Problem.notFound("There is no scenario '%s'.".formatted(Texts.excerpt(name)))
        .exception();
  }
}
