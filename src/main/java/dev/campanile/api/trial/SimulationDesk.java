package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.campaign.CampaignViews;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.AtOnce;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.engine.scenario.Bounds;
import dev.campanile.engine.scenario.Rehearsal;
import dev.campanile.engine.scenario.Simulated;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.StandingIn;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells stories of one user in campaigns that nobody need have published: in virtual time, with the
 * step that the live service runs, and under the frequency caps in force. Thread-safe.
 */
public final class SimulationDesk {

  static final int AT_A_TIME = 4;

  private final Supplier<Ensemble> ensembles;
  private final ScenarioReader reader;
  private final FileSource latest;
  private final Supplier<RuleBook> book;
  private final LargeBodies bodies;
  private final AtOnce free =
      new AtOnce(
          "simulations-under-way", "Other simulations are under way", "simulations", AT_A_TIME);

  /**
   * @param latest the files that a campaign names where the candidate does not bring its own
   * @param book what is in force
   */
  public SimulationDesk(
      Supplier<Ensemble> ensembles,
      ScenarioReader reader,
      FileSource latest,
      Supplier<RuleBook> book,
      LargeBodies bodies) {
    this.ensembles = ensembles;
    this.reader = reader;
    this.latest = latest;
    this.book = book;
    this.bodies = bodies;
  }

  /** Shows a story, whatever it expects; within an {@link #answer}. */
  Simulated simulate(Candidate candidate, String sketch) {
    Scenario scenario =
        switch (reader.sketch(sketch)) {
          case ScenarioReader.Told.Refused(var violations) -> throw refused(violations);
          case ScenarioReader.Told.Read(var file) -> file.scenarios().getFirst();
        };
    return simulate(candidate, scenario);
  }

  private Simulated simulate(Candidate candidate, Scenario scenario) {
    Rehearsal rehearsal = rehearsal(candidate, scenario.given());
    List<Violation> problems = rehearsal.problems(scenario);
    if (!problems.isEmpty()) {
      throw refused(problems);
    }
    return rehearsal.simulate(scenario);
  }

  /**
   * Answers a request, one of so few at a time of all that compile and tell stories. Whoever sends
   * has none of their places before all of it has come.
   */
  <T> T answer(InputStream body, Function<JsonNode, T> answer) throws IOException {
    return bodies.answer(
        body, AttachmentKeeper.MOST_OF_LIST, request -> free.run(() -> answer.apply(request)));
  }

  /** The campaign, ready for scenarios that begin so. */
  Rehearsal rehearsal(Candidate candidate, Given given) {
    Ensemble ensemble =
        ensemble(candidate.campaign(), StandingIn.lists(given, candidate.over(latest)));
    return new Rehearsal(ensemble.ruleBook("scenario"), ensemble.graphs(), Bounds.USUAL);
  }

  /** What the campaign is called; refuses it where it could not be published. */
  CampaignId named(Candidate candidate) {
    return ensemble(candidate).graphs().getFirst().id();
  }

  Ensemble ensemble(Candidate candidate) {
    return ensemble(candidate.campaign(), candidate.over(latest));
  }

  /** The campaign alone, under the frequency caps in force. */
  Ensemble ensemble(String campaign, FileSource files) {
    Ensemble ensemble = ensembles.get();
    ensemble.add(book.get().caps());
    List<Violation> problems = ensemble.add("the campaign", campaign, files);
    if (problems.stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
      throw CampaignDesk.refused(problems);
    }
    return ensemble;
  }

  static ProblemException refused(List<Violation> violations) {
    return Problem.of(
            422,
            "invalid-scenario",
            "The scenario was refused",
            "%d problems were found.".formatted(violations.size()))
        .with("findings", CampaignViews.Finding.of(violations))
        .exception();
  }
}
