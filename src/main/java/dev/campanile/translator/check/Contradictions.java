package dev.campanile.translator.check;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.translator.logic.Comparisons;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Obstacle;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Standpoint;
import dev.campanile.translator.logic.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds conditions and triggers that can never hold. */
final class Contradictions {

  private final Views views;
  private final Findings findings;
  private final Set<ActionId> actions;

  Contradictions(Views views, Findings findings) {
    this.views = views;
    this.findings = findings.of(Concern.NEVER_HOLDS);
    this.actions =
        views.graph().nodes().values().stream()
            .flatMap(node -> node.actions().stream())
            .map(action -> action.id())
            .collect(Collectors.toSet());
  }

  void check() {
    Sites.all(views.graph()).forEach(this::check);
  }

  private void check(Sites.Site site) {
    Standpoint at = views.standpoint(site);
    site.cells(findings.sources()).forEach(cell -> checkCell(cell, at));
    Formula trigger = views.of(site.trigger(), at);
    switch (Search.decide(trigger)) {
      case IMPOSSIBLE -> checkRows(site, at);
      case UNDECIDED -> tellUndecided(site, Search.obstacle(trigger));
      case POSSIBLE -> {}
    }
  }

  /** Rows that hold alone and not together; of a row that never holds its cells are told. */
  private void checkRows(Sites.Site site, Standpoint at) {
    Conflict conflict = Conflict.among(Conflict.rows(views, site.trigger(), at));
    if (conflict.parts().size() > 1) {
      findings.error(
          site.pointer(),
          "Expected a trigger that can hold, but %s.".formatted(conflict.told()),
          Conflict.ADVICE);
    }
  }

  private void tellUndecided(Sites.Site site, Obstacle obstacle) {
    findings
        .of(Concern.NOT_DECIDED)
        .note(
            site.pointer(),
            "Expected to decide whether this can hold, but %s stands in the way."
                .formatted(obstacle.text()),
            "Maybe try it in a backtest.");
  }

  private void checkCell(Sites.Cell cell, Standpoint at) {
    switch (cell.condition()) {
      case Condition.Occurs(var type, var where) -> checkWhere(cell.pointer(), where);
      case Condition.Settled(var action, boolean succeeded) when !actions.contains(action) ->
          findings.error(
              cell.pointer(),
              "Expected an action of this campaign, but there is no '%s'.".formatted(action),
              actions.isEmpty() ? "" : "Maybe one of: %s.".formatted(sorted()));
      case Aggregate aggregate -> {
        if (!checkWhere(cell.pointer(), aggregate.tally().where())) {
          checkAlone(cell, at, advice(aggregate));
        }
      }
      case Condition.Profile(var comparison) -> checkAlone(cell, at, advice(comparison));
      case Condition.Cron cron when !happens(cron.timetable()) ->
          findings.error(
              cell.pointer(),
              "Expected a cron expression that names a day, but '%s' never does."
                  .formatted(cron.timetable()),
              "Maybe no such month has that many days.");
      default -> {}
    }
  }

  /** Whatever a calendar has, it has within the years in which leap years repeat. */
  private static boolean happens(Timetable timetable) {
    return timetable.after(LocalDate.EPOCH.atStartOfDay()).isPresent();
  }

  private void checkAlone(Sites.Cell cell, Standpoint at, String advice) {
    if (Search.decide(views.of(cell.condition(), at)) == Verdict.IMPOSSIBLE) {
      findings.error(
          cell.pointer(),
          "Expected a condition that can hold, but '%s' never does."
              .formatted(CampaignText.text(cell.condition())),
          advice);
    }
  }

  /** Whether something is wrong with it. */
  private boolean checkWhere(String pointer, Cnf<Comparison> where) {
    boolean alone = false;
    for (Comparison comparison : where.rows().stream().flatMap(List::stream).toList()) {
      if (never(new Cnf<>(List.of(List.of(comparison))))) {
        alone = true;
        findings.error(
            pointer,
            "Expected a comparison that can hold, but '%s' never does."
                .formatted(CampaignText.text(comparison)),
            advice(comparison));
      }
    }
    boolean together = !alone && never(where);
    if (together) {
      findings.error(
          pointer,
          "Expected events that can satisfy 'where', but %s.".formatted(conflict(where).told()),
          Conflict.ADVICE);
    }
    return alone || together;
  }

  private static Conflict conflict(Cnf<Comparison> where) {
    return Conflict.among(
        where.rows().stream()
            .map(row -> new Conflict.Part(Conflict.textOf(row), formula(new Cnf<>(List.of(row)))))
            .toList());
  }

  private static boolean never(Cnf<Comparison> where) {
    return Search.decide(formula(where)) == Verdict.IMPOSSIBLE;
  }

  private static Formula formula(Cnf<Comparison> where) {
    return Comparisons.ofEvent(where);
  }

  private static String advice(Aggregate aggregate) {
    return switch (aggregate.tally().function()) {
      case COUNT, DISTINCT -> "Maybe compare with another number: it is whole, and 0 or more.";
      case SUM, AVG, MIN, MAX -> "Maybe compare with another number.";
    };
  }

  private static String advice(Comparison comparison) {
    if (comparison.operator() == Operator.BETWEEN) {
      return "Maybe write the lower end first.";
    }
    return comparison.operand() instanceof Operand.Literal(Boolean truth)
        ? "Maybe use eq: true and false have no order."
        : "";
  }

  private String sorted() {
    return actions.stream().map(ActionId::text).sorted().collect(Collectors.joining(", "));
  }
}
