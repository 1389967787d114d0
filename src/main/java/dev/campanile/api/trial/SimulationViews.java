package dev.campanile.api.trial;

import dev.campanile.api.campaign.CampaignViews.Finding;
import dev.campanile.api.intake.Decision;
import dev.campanile.api.intake.Reasons;
import dev.campanile.campaign.text.ScenarioText;
import dev.campanile.engine.monitor.DeliveryText;
import dev.campanile.engine.scenario.Simulated;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Participation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Simulations as the API shows them. */
public final class SimulationViews {

  private SimulationViews() {}

  /**
   * A simulation.
   *
   * @param clock the zone of the user's clock, in the end
   * @param next when something falls due by itself after all that
   * @param waiting the actions with orders that are under way
   * @param yaml the scenario as a file, with what was seen as what each step expects
   * @param problems steps that could not be told, and expectations that were not met
   */
  public record Simulation(
      String clock,
      List<Frame> frames,
      Optional<Instant> next,
      List<String> waiting,
      String yaml,
      List<Finding> problems) {

    static Simulation of(Simulated simulated) {
      return new Simulation(
          simulated.clock().getId(),
          simulated.frames().stream().map(Frame::of).toList(),
          simulated.next(),
          simulated.waiting(),
          ScenarioText.yaml(simulated.observed()),
          Finding.of(simulated.problems()));
    }
  }

  /**
   * Something that happened, what came of it, and how things stand then.
   *
   * @param step which step of the scenario it belongs to, from 0; -1 before the first
   * @param kind {@code standing}, {@code event}, {@code time}, {@code profile}, {@code settled},
   *     {@code launch} or {@code other}
   * @param what the same in words
   * @param edges the ways that were followed
   * @param goals the nodes at which the goal was reached
   * @param skipped the actions that were not ordered because of what became of another one
   * @param judged what became of every trigger that might have held, or how each stands
   */
  public record Frame(
      int step,
      Instant at,
      String kind,
      String what,
      String outcome,
      List<Decision.Edge> edges,
      List<Ended> ended,
      List<String> goals,
      List<Decision.Refusal> refused,
      List<String> skipped,
      List<Ordered> orders,
      List<Standing> participations,
      List<Reasons> judged) {

    static Frame of(dev.campanile.engine.scenario.Frame frame) {
      List<Fact> facts = frame.facts();
      return new Frame(
          frame.step(),
          frame.at(),
          word(frame.kind()),
          frame.what(),
          word(frame.outcome()),
          Decision.facts(facts, Fact.Moved.class).map(Decision::edge).toList(),
          Decision.facts(facts, Fact.Ended.class).map(Ended::of).toList(),
          Decision.facts(facts, Fact.Reached.class).map(one -> one.node().text()).toList(),
          Decision.facts(facts, Fact.Refused.class).map(Decision::refusal).toList(),
          Decision.facts(facts, Fact.Skipped.class).map(one -> one.action().text()).toList(),
          frame.orders().stream().map(Ordered::of).toList(),
          frame.participations().stream().map(Standing::of).toList(),
          frame.judged().stream().map(Reasons::of).toList());
    }
  }

  /**
   * A participation that ended.
   *
   * @param how {@code completed}, {@code exited}, {@code reached} or {@code stopped}
   */
  public record Ended(String participation, String node, String how) {

    static Ended of(Fact.Ended ended) {
      return new Ended(ended.participation(), ended.node().text(), word(ended.how()));
    }
  }

  /**
   * An order.
   *
   * @param delivery {@code now}, {@code held} or {@code withheld}
   * @param until when quiet hours let go of it
   * @param cause why it is never performed: {@code control}, {@code quiet} or {@code capped}
   */
  public record Ordered(
      String campaign,
      String node,
      String action,
      String kind,
      Map<String, Object> parameters,
      String delivery,
      Optional<Instant> until,
      Optional<String> cause) {

    static Ordered of(Order order) {
      return new Ordered(
          order.campaign().id().text(),
          order.node().text(),
          order.action().text(),
          order.kind(),
          order.parameters().values(),
          word(order.delivery()),
          order.delivery() instanceof Delivery.Held(Instant until)
              ? Optional.of(until)
              : Optional.empty(),
          order.delivery() instanceof Delivery.Withheld(Delivery.Cause cause)
              ? Optional.of(DeliveryText.word(cause))
              : Optional.empty());
    }

    private static String word(Delivery delivery) {
      return switch (delivery) {
        case Delivery.Now now -> "now";
        case Delivery.Held held -> "held";
        case Delivery.Withheld withheld -> "withheld";
      };
    }
  }

  /**
   * Where a participation stands.
   *
   * @param since the arrival at the node
   * @param wakeAt when time alone may move it next
   */
  public record Standing(
      String id,
      String campaign,
      String node,
      String status,
      Instant since,
      Optional<Instant> wakeAt) {

    static Standing of(Participation participation) {
      return new Standing(
          participation.id(),
          participation.campaign().id().text(),
          participation.node().text(),
          word(participation.status()),
          participation.since(),
          participation.wakeAt());
    }
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
