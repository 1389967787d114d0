package dev.campanile.api.trial;

import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.trial.ScenarioDesk.Outcome;
import dev.campanile.api.trial.ScenarioDesk.Result;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.campaign.text.ScenarioReader.Told;
import dev.campanile.engine.scenario.Allowance;
import dev.campanile.engine.scenario.Rehearsal;
import dev.campanile.engine.warehouse.ScenarioStore.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All scenarios of a campaign while they are told one after the other, so far as bounds on all of
 * them together allow: nobody's take a place for hours. Tells them once.
 */
final class ScenarioRun {

  static final int MOST_SCENARIOS = 1_000;

  /** Each set of lists is a compiled campaign of its own. */
  static final int MOST_LISTS = 20;

  static final int MOST_SIGNALS = 100_000;

  private final SimulationDesk simulations;
  private final Candidate candidate;
  private final Allowance allowance = new Allowance(MOST_SIGNALS);
  private final Map<Optional<Given>, Rehearsal> rehearsals = new HashMap<>();
  private final List<Result> results = new ArrayList<>();

  ScenarioRun(SimulationDesk simulations, Candidate candidate) {
    this.simulations = simulations;
    this.candidate = candidate;
  }

  /**
   * What came of all of them, by the names of their files. Each file is read when it is told; the
   * last result says where no more were.
   */
  List<Result> of(List<Kept> files, Function<String, Told> reader) {
    for (Kept file : files) {
      if (ended(file.name(), new Mention(file.name(), Place.START))
          || tell(file.name(), reader.apply(file.text()))) {
        break;
      }
    }
    return List.copyOf(results);
  }

  /** Whether it ended within the file. */
  private boolean tell(String file, Told told) {
    return switch (told) {
      case Told.Refused(var violations) -> {
        results.add(new Result(file, Place.START, file, new Outcome.Broken(violations)));
        yield false;
      }
      case Told.Read(ScenarioFile(var others, var scenarios)) ->
          scenarios.stream().anyMatch(scenario -> ended(file, scenario));
    };
  }

  private boolean ended(String file, Scenario scenario) {
    Mention name = scenario.name();
    if (ended(file, name)) {
      return true;
    }
    results.add(new Result(file, name.place(), name.text(), outcome(scenario)));
    return false;
  }

  /** Whether this is not told, nor what follows; then the last result says so. */
  private boolean ended(String file, Mention next) {
    Optional<String> bound = bound();
    bound.ifPresent(
        reached ->
            results.add(
                new Result(
                    file,
                    next.place(),
                    next.text(),
                    new Outcome.Broken(List.of(untold(next, reached, ", nor was what follows"))))));
    return bound.isPresent();
  }

  private Outcome outcome(Scenario scenario) {
    var lists = Optional.of(scenario.given()).filter(given -> given.lists().isPresent());
    if (rehearsals.size() >= MOST_LISTS && !rehearsals.containsKey(lists)) {
      String bound = "at most %d different sets of lists".formatted(MOST_LISTS);
      return new Outcome.Broken(List.of(untold(scenario.name(), bound, "")));
    }
    Rehearsal rehearsal =
        rehearsals.computeIfAbsent(
            lists, own -> simulations.rehearsal(candidate, own.orElse(Given.NOTHING)));
    List<Violation> problems = rehearsal.problems(scenario);
    return problems.isEmpty()
        ? new Outcome.Judged(rehearsal.run(scenario, allowance))
        : new Outcome.Broken(problems);
  }

  /** Which bound on all of them is reached, if any. */
  private Optional<String> bound() {
    if (results.size() >= MOST_SCENARIOS) {
      return Optional.of("at most %d scenarios of a campaign".formatted(MOST_SCENARIOS));
    }
    return allowance.isSpent()
        ? Optional.of(
            "at most %d things to happen in all scenarios together".formatted(MOST_SIGNALS))
        : Optional.empty();
  }

  private static Violation untold(Mention name, String bound, String others) {
    return Violation.error(
        name.place(),
        "scenario",
        "Expected %s, but there are more: this one was not told%s.".formatted(bound, others),
        "Maybe tell the others with the command 'test'.");
  }
}
