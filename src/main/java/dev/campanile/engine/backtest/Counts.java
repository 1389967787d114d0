package dev.campanile.engine.backtest;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.backtest.Report.NodeTraffic;
import dev.campanile.engine.backtest.Report.Traffic;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Delivery.Cause;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.state.Zones;
import dev.campanile.engine.warehouse.Tallied;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of a report while they are being counted, by one worker or in sum. Not thread-safe.
 */
final class Counts {

  /** What is counted. */
  private sealed interface Of {

    record Events(Outcome outcome) implements Of {}

    record Signals() implements Of {}

    record Moves() implements Of {}

    record Orders() implements Of {}

    record Users() implements Of {}

    record Entries(CampaignKey campaign) implements Of {}

    record Goals(CampaignKey campaign) implements Of {}

    record Refusals(CampaignKey campaign, Reason reason) implements Of {}

    record Held(CampaignKey campaign) implements Of {}

    record Withheld(CampaignKey campaign, Cause cause) implements Of {}

    record Arrivals(CampaignKey campaign, NodeId node) implements Of {}

    record Rest(CampaignKey campaign, NodeId node, Status status) implements Of {}

    record Ordered(CampaignKey campaign, NodeId node, ActionId action) implements Of {}

    record Followed(CampaignKey campaign, String rule) implements Of {}
  }

  private final Map<Of, Long> counts = new HashMap<>();
  private final Map<CampaignKey, SortedMap<LocalDate, Long>> days = new HashMap<>();
  private final Function<CampaignKey, ZoneId> clock;

  /**
   * @param clock of the schedule of each campaign
   */
  Counts(Function<CampaignKey, ZoneId> clock) {
    this.clock = clock;
  }

  /** For the campaigns of a rule book. */
  static Counts of(RuleBook book) {
    var zones = new Zones(book.conventions());
    return new Counts(key -> zones.ofSchedule(book.machines().get(key).graph()));
  }

  void event(Outcome outcome) {
    count(new Of.Events(outcome));
  }

  void signal() {
    count(new Of.Signals());
  }

  void fact(Fact fact) {
    switch (fact) {
      case Fact.Moved moved -> moved(moved);
      case Fact.Ended ended -> count(new Of.Rest(ended.campaign(), ended.node(), ended.how()));
      case Fact.Refused refused -> count(new Of.Refusals(refused.campaign(), refused.reason()));
      case Fact.Reached reached -> count(new Of.Goals(reached.campaign()));
      case Fact.Migrated migrated -> {}
      case Fact.Skipped skipped -> {}
    }
  }

  void order(Order order) {
    count(new Of.Orders());
    count(new Of.Ordered(order.campaign(), order.node(), order.action()));
    LocalDate day = order.at().atZone(clock.apply(order.campaign())).toLocalDate();
    days.computeIfAbsent(order.campaign(), none -> new TreeMap<>()).merge(day, 1L, Long::sum);
    switch (order.delivery()) {
      case Delivery.Now now -> {}
      case Delivery.Held held -> count(new Of.Held(order.campaign()));
      case Delivery.Withheld(Cause cause) -> count(new Of.Withheld(order.campaign(), cause));
    }
  }

  /** A user whose log is over. */
  void user(UserState last) {
    count(new Of.Users());
    for (Participation here : last.participations()) {
      if (here.active()) {
        count(new Of.Rest(here.campaign(), here.node(), here.status()));
      }
    }
  }

  void add(Counts other) {
    other.counts.forEach((key, count) -> counts.merge(key, count, Long::sum));
    other.days.forEach(
        (campaign, orders) -> {
          SortedMap<LocalDate, Long> mine = days.computeIfAbsent(campaign, none -> new TreeMap<>());
          orders.forEach((day, count) -> mine.merge(day, count, Long::sum));
        });
  }

  Report report(Collection<Machine> machines) {
    Map<CampaignKey, Traffic> campaigns = new TreeMap<>();
    machines.forEach(machine -> campaigns.put(machine.key(), traffic(machine)));
    return new Report(tallied(), of(new Of.Users()), Collections.unmodifiableMap(campaigns));
  }

  private void moved(Fact.Moved moved) {
    count(new Of.Moves());
    count(new Of.Arrivals(moved.campaign(), moved.to()));
    count(new Of.Followed(moved.campaign(), moved.rule()));
    if (moved.from().isEmpty()) {
      count(new Of.Entries(moved.campaign()));
    }
  }

  private Tallied tallied() {
    return new Tallied(
        Stream.of(Outcome.values()).mapToLong(outcome -> of(new Of.Events(outcome))).sum(),
        of(new Of.Events(Outcome.APPLIED)),
        of(new Of.Events(Outcome.NO_MATCH)),
        of(new Of.Events(Outcome.DUPLICATE)),
        of(new Of.Events(Outcome.LATE)),
        of(new Of.Events(Outcome.ILLEGAL)),
        of(new Of.Events(Outcome.DEAD)),
        of(new Of.Signals()),
        of(new Of.Moves()),
        of(new Of.Orders()));
  }

  private Traffic traffic(Machine machine) {
    CampaignKey key = machine.key();
    Map<Reason, Long> refusals = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      keep(refusals, reason, new Of.Refusals(key, reason));
    }
    Map<Cause, Long> withheld = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      keep(withheld, cause, new Of.Withheld(key, cause));
    }
    Map<NodeId, NodeTraffic> nodes = new LinkedHashMap<>();
    machine.graph().nodes().forEach((id, node) -> nodes.put(id, traffic(key, node)));
    return new Traffic(
        of(new Of.Entries(key)),
        of(new Of.Goals(key)),
        Collections.unmodifiableMap(refusals),
        of(new Of.Held(key)),
        Collections.unmodifiableMap(withheld),
        Collections.unmodifiableMap(nodes),
        edges(machine),
        Collections.unmodifiableSortedMap(days.getOrDefault(key, new TreeMap<>())));
  }

  private Map<String, Long> edges(Machine machine) {
    Map<String, Long> edges = new LinkedHashMap<>();
    machine
        .graph()
        .ways()
        .forEach(
            way -> edges.put(way, of(new Of.Followed(machine.key(), machine.key() + "/" + way))));
    return Collections.unmodifiableMap(edges);
  }

  private NodeTraffic traffic(CampaignKey key, Node node) {
    Map<Status, Long> rest = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      keep(rest, status, new Of.Rest(key, node.id(), status));
    }
    Map<ActionId, Long> orders = new LinkedHashMap<>();
    for (Action action : node.actions()) {
      orders.put(action.id(), of(new Of.Ordered(key, node.id(), action.id())));
    }
    return new NodeTraffic(
        of(new Of.Arrivals(key, node.id())),
        Collections.unmodifiableMap(rest),
        Collections.unmodifiableMap(orders));
  }

  private <K> void keep(Map<K, Long> kept, K name, Of key) {
    long count = of(key);
    if (count > 0) {
      kept.put(name, count);
    }
  }

  private void count(Of key) {
    counts.merge(key, 1L, Long::sum);
  }

  private long of(Of key) {
    return counts.getOrDefault(key, 0L);
  }
}
