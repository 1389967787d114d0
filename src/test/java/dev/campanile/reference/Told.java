package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A log told by the engine, and by the reference, in the same words. */
final class Told {

  private static final UserId ANNA = new UserId("anna");
  private static final Duration AFTERWARDS = Duration.ofDays(3);

  private Told() {}

  static List<Step> byReference(List<CampaignGraph> campaigns, Log log) {
    var reference =
        new Reference(
            ANNA,
            campaigns,
            log.capping().caps(),
            Attributes.NONE.with(log.profile()),
            log.start());
    for (Log.Item item : log.items()) {
      switch (item.type()) {
        case Log.Item.SET -> reference.sets(item.time(), item.values());
        case Log.Item.PAUSE -> reference.pauses(item.time(), item.campaign());
        case Log.Item.RESUME -> reference.resumes(item.time(), item.campaign());
        default -> reference.happens(item.time(), item.type(), item.values());
      }
    }
    reference.elapse(end(log));
    return reference.course();
  }

  static List<Step> byEngine(RuleBook book, Log log) {
    var scenario =
        new Scenario(book.with(log.capping()), Attributes.NONE.with(log.profile()), log.start());
    List<Step> steps = new ArrayList<>();
    for (Log.Item item : log.items()) {
      switch (item.type()) {
        case Log.Item.SET -> scenario.sets(item.time(), item.values());
        case Log.Item.PAUSE -> scenario.pauses(item.time(), item.campaign());
        case Log.Item.RESUME -> scenario.resumes(item.time(), item.campaign());
        default -> {
          if (scenario.happens(item.time(), item.type(), item.values()) == Outcome.LATE) {
            steps.add(new Step.Late(item.time()));
          }
        }
      }
    }
    scenario.elapse(Duration.between(latest(log), end(log)));
    scenario.course();
    var numbers = new Numbers();
    scenario.facts().forEach(fact -> steps.add(numbers.step(fact)));
    scenario.orders().forEach(order -> steps.add(numbers.step(order)));
    return steps;
  }

  private static Instant latest(Log log) {
    return log.items().stream()
        .map(Log.Item::time)
        .reduce(log.start(), (one, other) -> one.isAfter(other) ? one : other);
  }

  private static Instant end(Log log) {
    return latest(log).plus(AFTERWARDS);
  }

  /** The engine's participations, counted from 1 in each campaign as they appear. */
  private static final class Numbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<CampaignKey, Integer> entered = new HashMap<>();

    Step step(Fact fact) {
      String campaign = fact.campaign().id().text();
      return switch (fact) {
        case Fact.Moved moved ->
            new Step.Arrived(
                campaign,
                number(moved.campaign(), moved.participation()),
                moved.rule().substring(moved.rule().indexOf('/') + 1),
                moved.to().text(),
                moved.at());
        case Fact.Reached reached ->
            new Step.Reached(
                campaign, number(reached.campaign(), reached.participation()), reached.at());
        case Fact.Ended ended ->
            new Step.Ended(
                campaign,
                number(ended.campaign(), ended.participation()),
                ended.node().text(),
                ended.how().name(),
                ended.at());
        case Fact.Refused refused ->
            new Step.Refused(
                campaign,
                refused.rule().substring(refused.rule().indexOf('/') + 1),
                refused.reason().name(),
                refused.at());
        case Fact.Migrated migrated ->
            throw new IllegalStateException("Expected one version, but " + migrated);
        case Fact.Skipped skipped ->
            new Step.Skipped(campaign, skipped.action().text(), skipped.at());
      };
    }

    Step step(Order order) {
      OrderKey key = order.key();
      return new Step.Ordered(
          order.campaign().id().text(),
          number(order.campaign(), key.participation()),
          order.node().text(),
          order.action().text(),
          order.at(),
          order.delivery() instanceof Delivery.Held(Instant until)
              ? Optional.of(until)
              : Optional.empty(),
          order.delivery() instanceof Delivery.Withheld(var cause)
              ? Optional.of(cause.name())
              : Optional.empty());
    }

    private int number(CampaignKey campaign, String participation) {
      return numbers.computeIfAbsent(participation, id -> entered.merge(campaign, 1, Integer::sum));
    }
  }
}
