package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Expectation.Listed;
import dev.campanile.campaign.scenario.Expectation.Ordered;
import dev.campanile.campaign.scenario.Expectation.Refusal;
import dev.campanile.campaign.scenario.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads what a scenario expects. */
final class ExpectationReader {

  private static final String NOWHERE = "nowhere";
  private static final String NONE = "none";

  private ExpectationReader() {}

  static Optional<Expectation> expectation(Part part) {
    return Fields.of(part, ScenarioShape.EXPECTATION)
        .map(
            fields -> {
              if (fields.all().isEmpty()) {
                part.refuse(
                    "Expected something to look at, but there is nothing.",
                    "Maybe write {at: a-node}.");
              }
              return new Expectation(
                  part.tree().place(),
                  fields.read("at", ExpectationReader::nodes),
                  fields.read("arrived", ExpectationReader::nodes),
                  fields.read("ended", ExpectationReader::nodes),
                  fields.read("orders", ExpectationReader::orders),
                  fields.read("withheld", ExpectationReader::actions),
                  fields.read("skipped", ExpectationReader::actions),
                  fields.read("refused", ExpectationReader::refusals));
            });
  }

  private static Optional<Listed<Mention>> nodes(Part part) {
    return listed(part, NOWHERE, "nodes", ExpectationReader::one);
  }

  private static Optional<Listed<Mention>> actions(Part part) {
    return listed(part, NONE, "actions", ExpectationReader::one);
  }

  private static Optional<Listed<Ordered>> orders(Part part) {
    return listed(
        part,
        NONE,
        "orders",
        item ->
            item.tree() instanceof Tree.Mapping mapping
                ? members(item, mapping, ExpectationReader::ordered)
                : one(item).stream().map(action -> new Ordered(action, Map.of())).toList());
  }

  private static Optional<Ordered> ordered(Mention action, Part parameters) {
    return Scalars.nothing(parameters.tree())
        ? Optional.of(new Ordered(action, Map.of()))
        : Fields.free(parameters)
            .map(fields -> new Ordered(action, AttributesReader.withNothing(fields.all())));
  }

  private static Optional<Listed<Refusal>> refusals(Part part) {
    return listed(
        part,
        NONE,
        "refusals",
        item ->
            item.tree() instanceof Tree.Mapping mapping
                ? members(item, mapping, ExpectationReader::refusal)
                : one(item).stream().map(reason -> new Refusal(Optional.empty(), reason)).toList());
  }

  private static Optional<Refusal> refusal(Mention campaign, Part part) {
    return mention(part).map(reason -> new Refusal(Optional.of(campaign), reason));
  }

  private static List<Mention> one(Part part) {
    return mention(part).stream().toList();
  }

  /** What each member of a mapping means, in the order written. */
  private static <T> List<T> members(
      Part part, Tree.Mapping mapping, BiFunction<Mention, Part, Optional<T>> meaning) {
    List<T> found = new ArrayList<>();
    Fields.free(part)
        .ifPresent(
            fields ->
                mapping.members().stream()
                    .filter(member -> fields.has(member.key()))
                    .forEach(
                        member ->
                            meaning
                                .apply(
                                    new Mention(member.key(), member.place()), part.member(member))
                                .ifPresent(found::add)));
    return found;
  }

  /** A list, one item without brackets, or the word that says that there is none. */
  private static <T> Optional<Listed<T>> listed(
      Part part, String nothing, String what, Function<Part, List<T>> item) {
    if (Scalars.nothing(part.tree())) {
      return part.unexpected(
          "a list of " + what, "Maybe write '%s' where there is none.".formatted(nothing));
    }
    List<Part> parts =
        switch (part.tree()) {
          case Tree.Sequence sequence -> part.items(what);
          case Tree.Scalar scalar when scalar.text().equals(nothing) -> List.of();
          case Tree.Scalar scalar -> List.of(part);
          case Tree.Mapping mapping -> List.of(part);
        };
    return Optional.of(
        new Listed<>(
            part.tree().place(), parts.stream().flatMap(p -> item.apply(p).stream()).toList()));
  }

  static Optional<Mention> mention(Part part) {
    return part.text(
        text -> {
          if (text.isBlank()) {
            throw Misread.of("Expected a name, but the text is blank.", "");
          }
          return new Mention(text, part.tree().place());
        });
  }
}
