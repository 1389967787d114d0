package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.text.CampaignText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what the language has and the engine does not execute yet: a campaign either does all
 * that it says, or is not published.
 */
final class Unexecuted {

  private final CampaignGraph graph;
  private final Findings findings;

  Unexecuted(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  void check() {
    checkFrame();
    checkLimits();
    checkEntries();
    graph.nodes().values().forEach(this::checkValues);
    for (Sites.Site site : Sites.of(graph)) {
      site.cells(findings.sources()).forEach(this::checkCell);
      if (site.kind() == Sites.Kind.ENTRY) {
        checkCause(site);
      }
    }
  }

  private void checkFrame() {
    if (graph.schedule().atEnd() == Schedule.AtEnd.STOP) {
      findings.unexecuted("schedule.at-end", "'at-end: stop'");
    }
    graph.quietHours().ifPresent(quiet -> findings.unexecuted("quiet-hours", "'quiet-hours'"));
    graph.goal().ifPresent(goal -> findings.unexecuted("goal", "'goal'"));
    graph.exit().ifPresent(exit -> findings.unexecuted("exit", "'exit'"));
    if (!(graph.onChange() instanceof OnChange.Pin)) {
      findings.unexecuted("on-change", "another 'on-change' than pin");
    }
  }

  private void checkLimits() {
    for (int i = 0; i < graph.participation().limits().size(); i++) {
      if (graph.participation().limits().get(i).per() instanceof Per.All) {
        findings.unexecuted("participation.limits[" + i + "]", "a limit 'of: all'");
      }
    }
  }

  private void checkEntries() {
    for (int i = 0; i < graph.entries().size(); i++) {
      if (graph.entries().get(i) instanceof Entry.Launch) {
        findings.unexecuted("entry[" + i + "].launch", "'launch'");
      }
    }
  }

  private void checkValues(Node node) {
    for (int i = 0; i < node.actions().size(); i++) {
      var action = node.actions().get(i);
      String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
      checkValue(pointer, action.parameters().values());
    }
  }

  private void checkValue(String pointer, Object value) {
    switch (value) {
      case Map<?, ?> map when map.keySet().equals(Set.of("rules")) ->
          findings.unexecuted(pointer, "a value of 'rules'");
      case Map<?, ?> map -> map.forEach((key, inner) -> checkValue(pointer + "." + key, inner));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          checkValue(pointer + "[" + i + "]", list.get(i));
        }
      }
      default -> {}
    }
  }

  private void checkCell(Sites.Cell cell) {
    boolean executed =
        switch (cell.condition()) {
          case Condition.Occurs occurs -> true;
          case Condition.After after -> true;
          case Condition.Profile profile -> true;
          case Condition.Always always -> true;
          case Aggregate aggregate -> aggregate.tally().since() != Condition.Since.EVER;
          case Condition.Enters c -> false;
          case Condition.Exits c -> false;
          case Condition.Settled c -> false;
          case Condition.Cron c -> false;
          case Condition.At c -> false;
          case Condition.On c -> false;
          case Condition.Dwell c -> false;
          case Condition.Inside c -> false;
          case Condition.During c -> false;
          case Condition.Split c -> false;
          case Condition.Rules c -> false;
        };
    if (!executed) {
      findings.unexecuted(cell.pointer(), "'" + CampaignText.text(cell.condition()) + "'");
    }
  }

  /** Entries are judged at events and when the profile changes, not when time passes. */
  private void checkCause(Sites.Site site) {
    if (needsEvent(site.trigger())) {
      return;
    }
    cause(site)
        .ifPresent(
            cause ->
                findings.error(
                    site.pointer(),
                    "Expected an entry that an event or the profile lets hold, but entering %s is not executed yet."
                        .formatted(cause),
                    "Maybe add a row with the event that lets users in."));
  }

  private static Optional<String> cause(Sites.Site site) {
    List<Condition> conditions =
        site.trigger().cells().rows().stream()
            .flatMap(List::stream)
            .map(Trigger.Cell::condition)
            .toList();
    return conditions.stream().anyMatch(Unexecuted::mayRiseByItself)
        ? Optional.of("when an event leaves a window")
        : Optional.empty();
  }

  /** Whether one row consists of happenings that hold at their instant only. */
  private static boolean needsEvent(Trigger trigger) {
    return trigger.cells().rows().stream()
        .anyMatch(
            row ->
                row.stream()
                    .allMatch(
                        cell ->
                            cell.condition() instanceof Condition.Happening && !cell.latches()));
  }

  /** Whether an aggregate may come to hold when an event leaves its window. */
  private static boolean mayRiseByItself(Condition condition) {
    if (!(condition instanceof Aggregate aggregate) || aggregate.tally().within().isEmpty()) {
      return false;
    }
    Function function = aggregate.tally().function();
    boolean onlyFalls =
        switch (function) {
          case COUNT, DISTINCT, SUM, MAX -> true;
          case AVG, MIN -> false;
        };
    boolean wantsMore = aggregate.operator() == Operator.GT || aggregate.operator() == Operator.GTE;
    return !(onlyFalls && wantsMore);
  }
}
