package dev.campanile.campaign.text;

import static dev.campanile.campaign.text.Trees.list;
import static dev.campanile.campaign.text.Trees.mapping;
import static dev.campanile.campaign.text.Trees.member;
import static dev.campanile.campaign.text.Trees.plain;
import static dev.campanile.campaign.text.Trees.text;
import static dev.campanile.campaign.text.Trees.unless;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Expectation.Listed;
import dev.campanile.campaign.scenario.Expectation.Ordered;
import dev.campanile.campaign.scenario.Expectation.Refusal;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.campaign.scenario.Step.Deed;
import dev.campanile.campaign.scenario.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prints scenarios as files that read back as the same. Thread-safe. */
public final class ScenarioText {

  private static final String NOWHERE = "nowhere";
  private static final String NONE = "none";

  private ScenarioText() {}

  /** The file of one scenario as YAML. */
  public static String yaml(Scenario scenario) {
    return YamlText.of(
        mapping(
            member("scenario", name(scenario.name())),
            unless(Given.NOTHING, "given", scenario.given(), ScenarioText::given),
            member("steps", list(scenario.steps(), ScenarioText::step))));
  }

  private static Tree name(Mention mention) {
    return text(mention.text());
  }

  private static Tree given(Given given) {
    return mapping(
        member("user", given.user().map(Trees::text)),
        unless(Attributes.NONE, "profile", given.profile(), ScenarioText::attributes),
        member("at", given.at().map(ScenarioText::time)),
        unless(Map.of(), "actions", given.answers(), ScenarioText::answers),
        member("lists", given.lists().map(lists -> list(lists, ScenarioText::name))));
  }

  private static Tree attributes(Attributes attributes) {
    return Trees.value(attributes.values());
  }

  private static Tree time(Time time) {
    return switch (time) {
      case Time.Local(var place, var at) -> plain(at);
      case Time.Exact(var place, var at) -> plain(at);
      case Time.After(var place, var span) -> text(span);
    };
  }

  private static Tree step(Step step) {
    List<Tree.Member> members = new ArrayList<>();
    step.time()
        .flatMap(at -> member(at instanceof Time.After ? "after" : "at", time(at)))
        .ifPresent(members::add);
    step.deed().ifPresent(deed -> members.addAll(deed(deed)));
    step.then().flatMap(then -> member("then", expectation(then))).ifPresent(members::add);
    return new Tree.Mapping(Place.START, members);
  }

  private static List<Tree.Member> deed(Deed deed) {
    Tree.Mapping members =
        switch (deed) {
          case Deed.Happening(var type, var with, var id, var times) ->
              mapping(
                  member("event", text(type)),
                  unless(Attributes.NONE, "with", with, ScenarioText::attributes),
                  member("id", id.map(Trees::text)),
                  unless(1, "times", times, Trees::plain));
          case Deed.Profile(var changes) -> mapping(member("profile", Trees.value(changes)));
          case Deed.Settling(var answers) -> mapping(member("settle", answers(answers)));
          case Deed.Answering(var answers) -> mapping(member("actions", answers(answers)));
        };
    return members.members();
  }

  private static Tree answers(Map<Mention, Answer> answers) {
    return new Tree.Mapping(
        Place.START,
        answers.entrySet().stream()
            .map(one -> new Tree.Member(Place.START, one.getKey().text(), answer(one.getValue())))
            .toList());
  }

  private static Tree answer(Answer answer) {
    return switch (answer) {
      case Answer.Succeeds(var result) ->
          result
              .map(one -> (Tree) mapping(member("succeeds", attributes(one))))
              .orElse(text("succeeds"));
      case Answer.Fails(var result) when result.equals(Attributes.NONE) -> text("fails");
      case Answer.Fails(var result) -> mapping(member("fails", attributes(result)));
      case Answer.Waits waits -> text("waits");
    };
  }

  private static Tree expectation(Expectation then) {
    return mapping(
        listed("at", then.at(), NOWHERE, ScenarioText::name),
        listed("arrived", then.arrived(), NOWHERE, ScenarioText::name),
        listed("ended", then.ended(), NOWHERE, ScenarioText::name),
        listed("orders", then.orders(), NONE, ScenarioText::ordered),
        listed("withheld", then.withheld(), NONE, ScenarioText::name),
        listed("skipped", then.skipped(), NONE, ScenarioText::name),
        listed("refused", then.refused(), NONE, ScenarioText::refusal));
  }

  /** A list, one item without brackets, or the word that says that there is none. */
  private static <T> Optional<Tree.Member> listed(
      String key, Optional<Listed<T>> listed, String none, Function<T, Tree> printing) {
    return listed.flatMap(
        all -> {
          List<Tree> items = all.items().stream().map(printing).toList();
          return member(
              key,
              switch (items.size()) {
                case 0 -> text(none);
                case 1 -> items.getFirst();
                default -> list(items);
              });
        });
  }

  private static Tree ordered(Ordered order) {
    return order.parameters().isEmpty()
        ? name(order.action())
        : mapping(member(order.action().text(), Trees.value(order.parameters())));
  }

  private static Tree refusal(Refusal refusal) {
    return refusal
        .campaign()
        .map(campaign -> (Tree) mapping(member(campaign.text(), name(refusal.reason()))))
        .orElse(name(refusal.reason()));
  }
}
