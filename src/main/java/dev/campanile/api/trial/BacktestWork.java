package dev.campanile.api.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.intake.EventParser;
import dev.campanile.api.trial.BacktestViews.Prediction;
import dev.campanile.api.trial.BacktestViews.Report;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.engine.backtest.Backtest;
import dev.campanile.engine.backtest.Backtested;
import dev.campanile.engine.backtest.Backtests.Question;
import dev.campanile.engine.backtest.Counted;
import dev.campanile.engine.backtest.EventLogs;
import dev.campanile.engine.backtest.History;
import dev.campanile.engine.backtest.LogReading;
import dev.campanile.engine.backtest.StoredEvents;
import dev.campanile.engine.backtest.Unpacked;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Answers one question after the other. Thread-safe. */
public final class BacktestWork {

  /** All of it is held in memory beside the live engine. */
  private static final long MOST_UNPACKED = 256L << 20;

  /** What it comes to. */
  sealed interface Outcome {

    /**
     * @param report as JSON
     */
    record Done(String report) implements Outcome {}

    record Refused(List<String> problems) implements Outcome {}
  }

  /** Where events come from. */
  public record Sources(
      StoredEvents stored, EventLogs logs, LogReading lines, LogReading csv, long mostEvents) {}

  /** There are more events than may be. */
  private static final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final Logger LOG = Logger.getLogger(BacktestWork.class);

  private final SimulationDesk simulations;
  private final CampaignStore store;
  private final Function<Version, FileSource> pinned;
  private final Sources sources;
  private final ObjectMapper json;
  private final Clock clock;

  /**
   * @param pinned the files that a version was published with
   */
  public BacktestWork(
      SimulationDesk simulations,
      CampaignStore store,
      Function<Version, FileSource> pinned,
      Sources sources,
      ObjectMapper json,
      Clock clock) {
    this.simulations = simulations;
    this.store = store;
    this.pinned = pinned;
    this.sources = sources;
    this.json = json;
    this.clock = clock;
  }

  Outcome run(Question question, BacktestProgress progress) {
    Ensemble candidate;
    try {
      candidate = simulations.ensemble(new Candidate(question.text(), question.files()));
    } catch (ProblemException refused) {
      return new Outcome.Refused(List.of("The campaign was refused: " + refused.getMessage()));
    }
    var history = new History();
    progress.begin(0);
    List<String> problems = read(question, history, progress);
    return problems.isEmpty()
        ? new Outcome.Done(report(question, candidate, history, progress))
        : new Outcome.Refused(problems);
  }

  private List<String> read(Question question, History history, BacktestProgress progress) {
    try {
      return question.log().isPresent()
          ? uploaded(question, history, progress)
          : stored(question, history, progress);
    } catch (TooMany tooMany) {
      return List.of(tooMany());
    } catch (IOException broken) {
      return List.of("Expected a log that can be read, but: " + broken.getMessage());
    }
  }

  private List<String> stored(Question question, History history, BacktestProgress progress) {
    boolean all =
        sources
            .stored()
            .read(question.since(), question.until(), sources.mostEvents(), history, progress::go);
    return all ? List.of() : List.of(tooMany());
  }

  private List<String> uploaded(Question question, History history, BacktestProgress progress)
      throws IOException {
    String name = question.log().orElseThrow();
    Optional<InputStream> content = sources.logs().open(name);
    if (content.isEmpty()) {
      return List.of("Expected the log '%s', but it was deleted.".formatted(name));
    }
    sources.logs().all().stream()
        .filter(log -> log.name().equals(name))
        .forEach(log -> progress.begin(log.bytes()));
    LogReading reading = name.matches(".*\\.csv(\\.gz)?") ? sources.csv() : sources.lines();
    try (InputStream counted = new Counted(content.get(), progress::go);
        InputStream plain = Unpacked.within(MOST_UNPACKED, counted)) {
      return reading.read(name, plain, event -> add(event, question, history));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private void add(Event event, Question question, History history) {
    if (event.time().isAfter(clock.instant().plus(EventParser.FUTURE))) {
      throw new IllegalArgumentException(
          "Expected a time of the past, but got '%s'. Maybe it counts other units."
              .formatted(event.time()));
    }
    boolean early = question.since().filter(event.time()::isBefore).isPresent();
    boolean late = question.until().filter(event.time()::isAfter).isPresent();
    if (!early && !late) {
      history.add(event);
    }
    if (history.events() > sources.mostEvents()) {
      throw new TooMany();
    }
  }

  private String tooMany() {
    return "Expected at most %,d events, but there are more. Maybe choose a shorter time."
        .formatted(sources.mostEvents());
  }

  private String report(
      Question question, Ensemble candidate, History history, BacktestProgress progress) {
    Optional<Ensemble> present = open(question.campaign()).flatMap(this::present);
    progress.begin(history.events() * (present.isPresent() ? 2 : 1));
    RuleBook book = candidate.ruleBook("backtest");
    Backtested result = folded(book, history, question.until(), progress);
    Prediction prediction = prediction(Optional.empty(), candidate.graphs().getFirst(), result);
    Optional<Prediction> baseline =
        present.map(
            one ->
                prediction(
                    open(question.campaign()).map(version -> version.key().version()),
                    one.graphs().getFirst(),
                    folded(one.ruleBook("baseline"), history, question.until(), progress)));
    return text(Report.of(result, prediction, baseline));
  }

  /** The version that may be entered, to compare with. */
  private Optional<Version> open(CampaignId campaign) {
    return store.shelf().campaigns().stream()
        .filter(one -> one.id().equals(campaign) && one.status() != Status.ENDED)
        .findFirst()
        .flatMap(one -> store.version(new CampaignKey(campaign, one.version())));
  }

  /** None where that version could not be published any more: then there is nothing to compare. */
  private Optional<Ensemble> present(Version version) {
    try {
      return Optional.of(simulations.ensemble(version.yaml(), pinned.apply(version)));
    } catch (ProblemException refused) {
      return Optional.empty();
    }
  }

  private static Backtested folded(
      RuleBook book, History history, Optional<Instant> until, BacktestProgress progress) {
    Backtested result = new Backtest(book, 1).figures(history, until, progress::go);
    result.failures().forEach(bug -> LOG.errorf("Backtest %s met a bug: %s", progress.id(), bug));
    return result;
  }

  private static Prediction prediction(
      Optional<Integer> version, CampaignGraph graph, Backtested result) {
    return Prediction.of(
        version, graph, result.report().campaigns().get(new CampaignKey(graph.id(), 1)));
  }

  private String text(Report report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
