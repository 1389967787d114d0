package dev.campanile.cli;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.cli.Tested.Flaw;
import dev.campanile.cli.Tested.Result;
import dev.campanile.engine.scenario.Rehearsal;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.StandingIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the scenarios of one file. Not thread-safe. */
final class ScenarioRun {

  /** The campaigns of a file, ready for scenarios, or why they are not. */
  private sealed interface Stage {

    record Set(Rehearsal rehearsal) implements Stage {}

    record Broken(List<Flaw> flaws) implements Stage {}
  }

  private final TestScenarios.Tools tools;
  private final Path file;

  ScenarioRun(TestScenarios.Tools tools, Path file) {
    this.tools = tools;
    this.file = file;
  }

  List<Tested> run() {
    try {
      return switch (tools.reader().read(Files.readString(file))) {
        case ScenarioReader.Told.Refused(var violations) -> List.of(broken(flaws(violations)));
        case ScenarioReader.Told.Read(var scenarios) -> run(scenarios);
      };
    } catch (IOException unreadable) {
      return List.of(
          broken(List.of(Flaw.of(file, Place.START, CampaignFiles.problem(unreadable)))));
    }
  }

  private List<Tested> run(ScenarioFile scenarios) throws IOException {
    List<Flaw> flaws = new ArrayList<>();
    List<Path> campaigns = new ScenarioCampaigns(file).of(scenarios, flaws);
    if (!flaws.isEmpty()) {
      return List.of(broken(flaws));
    }
    return told(scenarios, campaigns);
  }

  private List<Tested> told(ScenarioFile scenarios, List<Path> campaigns) throws IOException {
    List<Tested> tested = new ArrayList<>();
    @Nullable Stage shared = null;
    for (Scenario scenario : scenarios.scenarios()) {
      boolean own = scenario.given().lists().isPresent();
      Stage stage = own || shared == null ? stage(campaigns, scenario.given()) : shared;
      shared = own ? shared : stage;
      switch (stage) {
        case Stage.Broken(var flaws) -> {
          return List.of(broken(flaws));
        }
        case Stage.Set(var rehearsal) -> tested.add(told(scenario, rehearsal));
      }
    }
    return tested;
  }

  private Stage stage(List<Path> campaigns, Given given) throws IOException {
    var set = new Ensemble(tools.translator(), tools.books(), tools.conventions());
    List<Flaw> flaws = new ArrayList<>();
    for (Path campaign : campaigns) {
      FileSource lists = StandingIn.lists(given, Beside.of(campaign));
      set.add(campaign.toString(), Files.readString(campaign), lists)
          .forEach(violation -> flaws.add(new Flaw(campaign, violation)));
    }
    for (Path caps : CampaignFiles.capsBeside(campaigns)) {
      set.addCaps(Files.readString(caps))
          .forEach(violation -> flaws.add(new Flaw(caps, violation)));
    }
    return flaws.isEmpty()
        ? new Stage.Set(new Rehearsal(set.ruleBook("scenario"), set.graphs()))
        : new Stage.Broken(flaws);
  }

  private Tested told(Scenario scenario, Rehearsal rehearsal) {
    List<Violation> problems = rehearsal.problems(scenario);
    Result result =
        problems.isEmpty()
            ? new Result.Told(rehearsal.run(scenario))
            : new Result.Broken(flaws(problems));
    return new Tested(file, scenario.name().place(), scenario.name().text(), result);
  }

  private List<Flaw> flaws(List<Violation> violations) {
    return violations.stream().map(violation -> new Flaw(file, violation)).toList();
  }

  private Tested broken(List<Flaw> flaws) {
    return new Tested(file, Place.START, file.getFileName().toString(), new Result.Broken(flaws));
  }
}
