package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many cases came to something, so that one sees that they are not vacuous. */
final class Tallies {

  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  double share(String what) {
    return count(what) / (double) count("cases");
  }

  void add(CampaignGraph campaign, Log log, Course course) {
    Set<String> seen = new HashSet<>(Set.of("cases"));
    for (Step step : course.steps()) {
      switch (step) {
        case Step.Arrived arrived -> seen.addAll(arrival(campaign, log, arrived));
        case Step.Ended ended -> seen.add("ended " + ended.how());
        case Step.Reached reached -> seen.add("reached");
        case Step.Refused refused -> seen.add("refused " + refused.reason());
        case Step.Skipped skipped -> seen.add("skipped");
        case Step.Late late -> throw new IllegalStateException("Expected it apart.");
        case Step.Ordered ordered -> throw new IllegalStateException("Expected it apart.");
      }
    }
    if (!course.late().isEmpty()) {
      seen.add("late");
    }
    course.orders().forEach(order -> seen.addAll(order((Step.Ordered) order)));
    seen.forEach(this::add);
  }

  private static Set<String> order(Step.Ordered order) {
    Set<String> seen = new HashSet<>(Set.of("ordered"));
    order.until().ifPresent(until -> seen.add("held"));
    order.withheld().ifPresent(cause -> seen.add("withheld " + cause));
    return seen;
  }

  private static Set<String> arrival(CampaignGraph campaign, Log log, Step.Arrived arrived) {
    Set<String> seen = new HashSet<>();
    if (arrived.by().startsWith("entry-")) {
      seen.add("entered");
      int rank = Integer.parseInt(arrived.by().substring("entry-".length()));
      if (campaign.entries().get(rank - 1) instanceof Entry.Launch) {
        seen.add("entered by launch");
      }
      return seen;
    }
    seen.add("moved");
    if (log.items().stream().noneMatch(item -> item.time().equals(arrived.at()))) {
      seen.add("moved by time");
    }
    if (log.items().stream()
        .filter(item -> item.type().equals(Log.Item.RESUME) && item.time().equals(arrived.at()))
        .anyMatch(item -> item.campaign().equals(campaign.id()))) {
      seen.add("moved when a pause ended");
    }
    campaign.edges().stream()
        .filter(edge -> edge.id().equals(arrived.by()))
        .forEach(edge -> seen.addAll(kinds(edge)));
    return seen;
  }

  private static Set<String> kinds(Edge edge) {
    Set<String> kinds = new HashSet<>();
    int happenings = 0;
    for (Condition condition : Truth.leaves(edge.when().written())) {
      happenings += condition instanceof Condition.Happening ? 1 : 0;
      if (condition instanceof Condition.Aggregate(var tally, var operator, var operand)) {
        kinds.add("moved by Aggregate since " + tally.since());
        tally.within().ifPresent(span -> kinds.add("moved by a window"));
      } else {
        kinds.add("moved by " + condition.getClass().getSimpleName());
      }
    }
    if (happenings > 1) {
      kinds.add("moved by several happenings");
    }
    return kinds;
  }

  /** A line for each; "moved by" names a cell of the trigger that held. */
  @Override
  public String toString() {
    var text = new StringBuilder();
    counts.forEach((what, count) -> text.append("%9d  %s%n".formatted(count, what)));
    return text.toString();
  }
}
