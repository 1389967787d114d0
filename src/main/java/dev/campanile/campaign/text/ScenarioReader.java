package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.campaign.scenario.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads scenario files, as strictly as campaign files: what it does not know is an error with line
 * and column, and all errors come at once.
 *
 * <p>Thread-safe.
 */
public final class ScenarioReader {

  /** What reading a scenario file comes to. */
  public sealed interface Told {

    record Read(ScenarioFile file) implements Told {}

    /** All problems at once, by place. */
    record Refused(List<Violation> violations) implements Told {

      public Refused {
        violations = List.copyOf(violations);
      }
    }
  }

  private static final String SKETCH = "A simulation";

  private final TreeParser trees;

  public ScenarioReader(TreeParser trees) {
    this.trees = trees;
  }

  /** Reads YAML or JSON text. */
  public Told read(String text) {
    return read(text, ScenarioReader::file);
  }

  private Told read(String text, Function<Part, Optional<ScenarioFile>> reading) {
    return switch (trees.parse(text)) {
      case TreeParser.Parsed.Broken(var violations) -> new Told.Refused(violations);
      case TreeParser.Parsed.Whole(var tree) -> {
        var problems = new Problems();
        Optional<ScenarioFile> file = reading.apply(new Part(tree, "", problems));
        yield file.isPresent() && problems.none()
            ? new Told.Read(file.get())
            : new Told.Refused(problems.sorted());
      }
    };
  }

  /**
   * Reads one story of which nothing need be expected, nor need anything happen in it yet, or have
   * a name.
   *
   * @param text YAML or JSON: {@code scenario}, {@code given} and {@code steps}
   */
  public Told sketch(String text) {
    return read(
        text, part -> Fields.of(part, ScenarioShape.SCENARIO).flatMap(ScenarioReader::sketch));
  }

  private static Optional<ScenarioFile> sketch(Fields fields) {
    Mention name =
        fields
            .read("scenario", ExpectationReader::mention)
            .orElse(new Mention(SKETCH, Place.START));
    List<Step> steps =
        fields.optional("steps").map(part -> steps(part.items("steps"))).orElse(List.of());
    return Optional.of(
        new ScenarioFile(List.of(), List.of(new Scenario(name, given(fields), steps))));
  }

  private static List<Step> steps(List<Part> parts) {
    return parts.stream().flatMap(one -> StepReader.step(one).stream()).toList();
  }

  private static Optional<ScenarioFile> file(Part part) {
    return Fields.of(part, ScenarioShape.FILE)
        .map(fields -> new ScenarioFile(campaigns(fields), scenarios(part, fields)));
  }

  private static List<Mention> campaigns(Fields fields) {
    Optional<Part> several = fields.optional("campaigns");
    Optional<Part> one = fields.optional("campaign");
    if (several.isPresent() && one.isPresent()) {
      several.get().refuse("Expected 'campaign' or 'campaigns', but got both.", "");
    }
    List<Part> named = several.map(part -> part.someItems("campaign files")).orElse(List.of());
    return (one.isPresent() ? List.of(one.get()) : named)
        .stream().flatMap(part -> ExpectationReader.mention(part).stream()).toList();
  }

  private static List<Scenario> scenarios(Part file, Fields fields) {
    Given shared = given(fields);
    Optional<Part> several = fields.optional("scenarios");
    List<Scenario> scenarios = new ArrayList<>();
    if (several.isEmpty()) {
      scenario(fields, shared).ifPresent(scenarios::add);
      return scenarios;
    }
    for (String alone : List.of("scenario", "steps")) {
      fields
          .optional(alone)
          .ifPresent(
              part ->
                  part.refuse(
                      "Expected '%s' inside 'scenarios', but it stands beside them."
                          .formatted(alone),
                      "Maybe make it one of the list."));
    }
    for (Part part : several.get().someItems("scenarios")) {
      Fields.of(part, ScenarioShape.SCENARIO)
          .flatMap(own -> scenario(own, shared.with(given(own))))
          .ifPresent(scenarios::add);
    }
    refuseRepeated(file, scenarios);
    return scenarios;
  }

  /** Reports tell scenarios by their names. */
  private static void refuseRepeated(Part file, List<Scenario> scenarios) {
    Set<String> names = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!names.add(scenario.name().text())) {
        file.refuse(
            scenario.name().place(),
            "Expected a name of its own for each scenario, but %s is repeated."
                .formatted(Excerpt.of(scenario.name().text())),
            "");
      }
    }
  }

  private static Optional<Scenario> scenario(Fields fields, Given given) {
    Optional<Mention> name = fields.required("scenario").flatMap(ExpectationReader::mention);
    List<Step> steps =
        fields
            .required("steps")
            .map(
                part -> {
                  refuseIdle(part);
                  return steps(part.someItems("steps"));
                })
            .orElse(List.of());
    return name.map(named -> new Scenario(named, given, steps));
  }

  /** A test that cannot fail is none. */
  private static void refuseIdle(Part steps) {
    if (steps.tree() instanceof Tree.Sequence list
        && !list.items().isEmpty()
        && list.items().stream().noneMatch(ScenarioReader::expects)) {
      steps.refuse(
          "Expected a step with 'then', but there is none.", "Maybe write {then: {at: a-node}}.");
    }
  }

  private static boolean expects(Tree step) {
    return step instanceof Tree.Mapping mapping
        && mapping.members().stream().anyMatch(member -> member.key().equals("then"));
  }

  private static Given given(Fields fields) {
    return fields.read("given", GivenReader::given).orElse(Given.NOTHING);
  }
}
