package dev.campanile.engine.scenario;

import dev.campanile.campaign.Event;
import dev.campanile.engine.monitor.DeliveryText;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What has happened so far, to be read by people. */
final class Course {

  /** A line and how often it comes in a row. */
  private record Line(String line, int times) {

    Line again() {
      return new Line(line, times + 1);
    }

    String text() {
      return times == 1 ? line : line + " (" + times + " times)";
    }
  }

  private final Cast cast;
  private final List<Line> lines = new ArrayList<>();

  Course(Cast cast) {
    this.cast = cast;
  }

  List<String> lines() {
    return lines.stream().map(Line::text).toList();
  }

  /**
   * @param zone the user's clock
   */
  void stepped(Signal signal, Step step, ZoneId zone) {
    boolean quiet = step.facts().isEmpty() && step.orders().isEmpty();
    if (!quiet || !(signal instanceof Signal.Settled || signal instanceof Signal.WakeUp)) {
      add("%s  %s".formatted(Wording.time(at(signal), zone), line(cast, signal, step, zone)));
    }
  }

  /** What happened and what came of it, without the time. */
  static String line(Cast cast, Signal signal, Step step, ZoneId zone) {
    List<String> deeds = new ArrayList<>();
    step.facts().forEach(fact -> deeds.add(deed(cast, fact)));
    step.orders()
        .forEach(
            order ->
                deeds.add(
                    "ordered "
                        + cast.label(order.campaign().id(), order.action())
                        + DeliveryText.of(order.delivery(), zone)));
    String came = deeds.isEmpty() ? silence(signal, step.outcome()) : String.join(", ", deeds);
    return cause(signal, step.outcome()) + ": " + came;
  }

  /** What happens again in the very same way is told once. */
  private void add(String line) {
    if (!lines.isEmpty() && lines.getLast().line().equals(line)) {
      lines.add(lines.removeLast().again());
    } else {
      lines.add(new Line(line, 1));
    }
  }

  private static String silence(Signal signal, Outcome outcome) {
    if (!(signal instanceof Signal.Happened)) {
      return "nobody moved";
    }
    return outcome == Outcome.APPLIED ? "counted, nobody moved" : "nothing came of it";
  }

  static Instant at(Signal signal) {
    return switch (signal) {
      case Signal.Happened(Event event) -> event.time();
      case Signal.WakeUp wakeUp -> wakeUp.due();
      case Signal.Settled settled -> settled.at();
      case Signal.ProfileChanged changed -> changed.at();
      case Signal.Reviewed reviewed -> reviewed.at();
      case Signal.Launched launched -> launched.at();
      case Signal.Migrated migrated -> migrated.at();
      case Signal.Stopped stopped -> stopped.at();
    };
  }

  private static String cause(Signal signal, Outcome outcome) {
    return switch (signal) {
      case Signal.Happened(Event event) ->
          "event " + event.type() + properties(event) + note(outcome);
      case Signal.WakeUp wakeUp -> "time";
      case Signal.Settled settled ->
          settled.action() + (settled.succeeded() ? " succeeded" : " failed");
      case Signal.ProfileChanged changed -> "profile " + Wording.value(changed.changes());
      case Signal.Reviewed reviewed -> "review";
      case Signal.Launched launched -> "launch";
      case Signal.Migrated migrated -> "version " + migrated.to().version();
      case Signal.Stopped stopped -> "stop";
    };
  }

  private static String properties(Event event) {
    return event.properties().values().isEmpty()
        ? ""
        : " " + Wording.value(event.properties().values());
  }

  private static String note(Outcome outcome) {
    return switch (outcome) {
      case LATE -> " (late)";
      case DUPLICATE -> " (a duplicate)";
      case APPLIED, NO_MATCH, ILLEGAL, DEAD -> "";
    };
  }

  private static String deed(Cast cast, Fact fact) {
    return switch (fact) {
      case Fact.Moved moved ->
          (moved.from().isEmpty() ? "entered " : "moved to ")
              + cast.label(moved.campaign().id(), moved.to());
      case Fact.Reached reached ->
          "reached the goal at " + cast.label(reached.campaign().id(), reached.node());
      case Fact.Ended ended -> "ended at " + cast.label(ended.campaign().id(), ended.node());
      case Fact.Refused refused -> "refused " + Wording.refusal(refused);
      case Fact.Migrated migrated ->
          "went on at " + cast.label(migrated.campaign().id(), migrated.to());
      case Fact.Skipped skipped ->
          "skipped " + cast.label(skipped.campaign().id(), skipped.action());
    };
  }
}
