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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** What came of all of them, by the names of their files. */
  List<Result> of(Map<String, Told> files) {
    files.forEach(this::tell);
    return List.copyOf(results);
  }

  private void tell(String file, Told told) {
    switch (told) {
      case Told.Refused(var violations) ->
          results.add(new Result(file, Place.START, file, new Outcome.Broken(violations)));
      case Told.Read(ScenarioFile(var others, var scenarios)) ->
          scenarios.forEach(scenario -> results.add(result(file, scenario)));
    }
  }

  private Result result(String file, Scenario scenario) {
    Mention name = scenario.name();
    return new Result(file, name.place(), name.text(), outcome(scenario));
  }

  private Outcome outcome(Scenario scenario) {
    var lists = Optional.of(scenario.given()).filter(given -> given.lists().isPresent());
    Optional<String> bound = bound(lists);
    if (bound.isPresent()) {
      return new Outcome.Broken(List.of(untold(scenario, bound.get())));
    }
    Rehearsal rehearsal =
        rehearsals.computeIfAbsent(
            lists, own -> simulations.rehearsal(candidate, own.orElse(Given.NOTHING)));
    List<Violation> problems = rehearsal.problems(scenario);
    return problems.isEmpty()
        ? new Outcome.Judged(rehearsal.run(scenario, allowance))
        : new Outcome.Broken(problems);
  }

  /** Which bound is reached, if any. */
  private Optional<String> bound(Optional<Given> lists) {
    if (results.size() >= MOST_SCENARIOS) {
      return Optional.of("at most %d scenarios of a campaign".formatted(MOST_SCENARIOS));
    }
    if (allowance.isSpent()) {
      return Optional.of(
          "at most %d things to happen in all scenarios together".formatted(MOST_SIGNALS));
    }
    return rehearsals.size() >= MOST_LISTS && !rehearsals.containsKey(lists)
        ? Optional.of("at most %d different sets of lists".formatted(MOST_LISTS))
        : Optional.empty();
  }

  private static Violation untold(Scenario scenario, String bound) {
    return Violation.error(
        scenario.name().place(),
        "scenario",
        "Expected %s, but there are more: this one was not told.".formatted(bound),
        "Maybe tell the others with the command 'test'.");
  }
}
