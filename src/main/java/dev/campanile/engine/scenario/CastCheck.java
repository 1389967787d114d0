package dev.campanile.engine.scenario;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Scenario;
import dev.campanile.campaign.scenario.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether all names in a scenario mean something. Checks one. */
final class CastCheck {

  private final Cast cast;
  private final List<Violation> found = new ArrayList<>();

  private CastCheck(Cast cast) {
    this.cast = cast;
  }

  /** All problems at once, by place. */
  static List<Violation> problems(Scenario scenario, Cast cast) {
    var check = new CastCheck(cast);
    check.actions(scenario.given().answers());
    scenario.given().lists().ifPresent(lists -> check.all(cast.lists, lists));
    scenario.steps().forEach(check::step);
    return check.found.stream().sorted(Comparator.comparing(Violation::place)).distinct().toList();
  }

  private void step(Step step) {
    if (step.deed().isPresent()) {
      switch (step.deed().get()) {
        case Step.Deed.Happening happening -> {}
        case Step.Deed.Profile profile -> {}
        case Step.Deed.Settling(var answers) -> actions(answers);
        case Step.Deed.Answering(var answers) -> actions(answers);
      }
    }
    step.then().ifPresent(this::expectation);
  }

  private void expectation(Expectation then) {
    nodes(then.at());
    nodes(then.arrived());
    nodes(then.ended());
    then.orders()
        .ifPresent(orders -> orders.items().forEach(order -> one(cast.actions, order.action())));
    then.withheld().ifPresent(withheld -> all(cast.actions, withheld.items()));
    then.skipped().ifPresent(skipped -> all(cast.actions, skipped.items()));
    then.refused().ifPresent(refused -> refused.items().forEach(this::refusal));
  }

  private void refusal(Expectation.Refusal refusal) {
    refusal.campaign().ifPresent(campaign -> one(cast.names, campaign));
    one(cast.reasons, refusal.reason());
  }

  private void nodes(Optional<Expectation.Listed<Mention>> nodes) {
    nodes.ifPresent(listed -> all(cast.nodes, listed.items()));
  }

  private void actions(Map<Mention, Answer> answers) {
    all(cast.actions, answers.keySet());
  }

  private void all(Naming naming, Collection<Mention> mentions) {
    mentions.forEach(mention -> one(naming, mention));
  }

  private void one(Naming naming, Mention mention) {
    naming.objection(mention).ifPresent(found::add);
  }
}
