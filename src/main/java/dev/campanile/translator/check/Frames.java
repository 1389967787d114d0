package dev.campanile.translator.check;

import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Standpoint;
import dev.campanile.translator.logic.Verdict;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds entries and edges for which the frame of the campaign leaves no room. */
final class Frames {

  /** Zones, and hours that clocks leap over, are less than this apart. */
  private static final int DAYS_OF_ZONES = 3;

  /** A day that a zone left out, and an hour that clocks leap over at either end. */
  private static final int HOURS_OF_CLOCKS = 26;

  private static final BigDecimal EVERYBODY = BigDecimal.valueOf(100);

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;

  Frames(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings;
  }

  void check() {
    var reaching = new ReachingOut(graph, findings);
    reaching.checkLimits();
    for (int i = 0; i < graph.entries().size(); i++) {
      switch (graph.entries().get(i)) {
        case Entry.When(var when, var to) -> checkEntry("entry[" + i + "].when", when);
        case Entry.Launch launch -> reaching.check("entry[" + i + "].launch", launch);
        case Entry.Dated dated -> reaching.checkKey("entry[" + i + "].launch");
      }
    }
    checkEnd();
    graph.edges().forEach(this::checkStop);
    graph.exit().ifPresent(exit -> checkExit("exit", exit));
    graph.goal().ifPresent(this::checkControl);
    graph
        .goal()
        .filter(goal -> goal.exit() && goal.within().isEmpty())
        .ifPresent(goal -> checkExit("goal", goal.when()));
  }

  private void checkEntry(String pointer, Trigger when) {
    checkCause(pointer, when);
    graph
        .exit()
        .filter(exit -> isKnownAtOnce(exit) && exitsAtOnce(when, exit))
        .ifPresent(
            exit ->
                findings
                    .of(Concern.EXITS_AT_ONCE)
                    .error(
                        pointer,
                        "Expected an entry that users can take, but whenever it holds, 'exit' does.",
                        "Maybe narrow the exit: whoever it would end at once is refused."));
  }

  /** What has latched or been counted towards an entry is not known to the exit. */
  private static boolean isKnownAtOnce(Trigger exit) {
    return exit.cells().rows().stream()
        .flatMap(List::stream)
        .allMatch(cell -> !cell.latches() && sameEverywhere(cell.condition()));
  }

  private boolean exitsAtOnce(Trigger when, Trigger exit) {
    Stream<Formula> now =
        when.cells().rows().stream()
            .filter(row -> row.stream().noneMatch(Trigger.Cell::latches))
            .map(row -> views.of(row, Views.ENTRY));
    Stream<Formula> who =
        graph.audience().flatMap(Audience::where).stream()
            .map(where -> views.of(where, Views.AUDIENCE));
    Formula entering = Formula.all(Stream.concat(now, who));
    return Search.decide(entering) == Verdict.POSSIBLE
        && Search.implies(entering, views.of(exit, Views.ENTRY));
  }

  private void checkControl(Goal goal) {
    if (goal.controlPercent().filter(EVERYBODY::equals).isPresent()) {
      findings
          .of(Concern.DEAD_BY_LIMIT)
          .warning(
              "goal.control",
              "Expected some users outside of the control group, but it is everybody: nothing is performed.",
              "Maybe lower it.");
    }
  }

  private void checkCause(String pointer, Trigger trigger) {
    if (Views.conditions(trigger).noneMatch(Frames::givesCause)) {
      findings
          .of(Concern.NO_CAUSE)
          .error(
              pointer,
              "Expected something that opens the entry, but nothing ever gives cause to judge it.",
              "Maybe add a row with an event, or use launch.");
    }
  }

  private static boolean givesCause(Condition condition) {
    return switch (condition) {
      case Condition.Happening happening -> true;
      case Condition.Aggregate aggregate -> true;
      case Condition.Profile profile -> true;
      case Condition.Inside inside -> true;
      case Condition.Deadline d -> false;
      case Condition.During d -> false;
      case Condition.Split s -> false;
      case Condition.Rules r -> false;
      case Condition.Always a -> false;
    };
  }

  private void checkEnd() {
    Schedule schedule = graph.schedule();
    if (schedule.atEnd() == Schedule.AtEnd.STOP && schedule.end().isEmpty()) {
      findings
          .of(Concern.DEAD_BY_LIMIT)
          .warning(
              "schedule.at-end",
              "Expected an end at which to stop, but the schedule has none.",
              "Maybe add end, or leave at-end out.");
    }
  }

  /** Where everything stops at the end, a deadline beyond it never falls due. */
  private void checkStop(Edge edge) {
    Schedule schedule = graph.schedule();
    if (schedule.atEnd() == Schedule.AtEnd.STOP && schedule.end().isPresent()) {
      boolean dead =
          edge.when().cells().rows().stream()
              .anyMatch(row -> row.stream().allMatch(cell -> afterEnd(cell.condition(), schedule)));
      if (dead) {
        findings
            .of(Concern.DEAD_BY_LIMIT)
            .warning(
                views.pointer(edge),
                "Expected edge '%s' to be taken at times, but the schedule ends and stops everybody before."
                    .formatted(edge.id()),
                "Maybe shorten the wait, or use at-end: finish.");
      }
    }
  }

  private static boolean afterEnd(Condition condition, Schedule schedule) {
    LocalDateTime end = schedule.end().orElseThrow();
    return switch (condition) {
      case Condition.After(var span) ->
          schedule
              .start()
              .map(start -> start.plus(span.date()).plus(span.time()))
              .filter(end.plusHours(HOURS_OF_CLOCKS)::isBefore)
              .isPresent();
      case Condition.On on -> end.plusDays(DAYS_OF_ZONES).isBefore(on.instant());
      default -> false;
    };
  }

  /** The exit goes before the edges: an edge that holds only when it does is never taken. */
  private void checkExit(String name, Trigger exit) {
    if (!Views.conditions(exit).allMatch(Frames::sameEverywhere)) {
      return;
    }
    Formula leaves = views.of(exit, Standpoint.of(name));
    for (Edge edge : graph.edges()) {
      Formula taken = views.of(edge);
      if (Search.decide(taken) == Verdict.POSSIBLE && Search.implies(taken, leaves)) {
        tellExit(name, edge);
      }
    }
  }

  private void tellExit(String name, Edge edge) {
    Optional.of(graph.nodes().get(edge.to()))
        .ifPresent(
            node ->
                findings
                    .of(Concern.AFTER_EXIT)
                    .warning(
                        views.pointer(edge),
                        "Expected edge '%s' to be taken at times, but whenever it holds, '%s' has ended the participation%s."
                            .formatted(
                                edge.id(),
                                name,
                                node.actions().isEmpty()
                                    ? ""
                                    : ": the actions of '" + node.id() + "' are never done"),
                        "Maybe take the event out of '%s', or delete the edge.".formatted(name)));
  }

  private static boolean sameEverywhere(Condition condition) {
    return condition instanceof Condition.Occurs
        || condition instanceof Condition.Profile
        || condition instanceof Condition.Inside
        || condition instanceof Condition.Always;
  }
}
