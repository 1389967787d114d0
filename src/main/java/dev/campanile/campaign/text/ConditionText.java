package dev.campanile.campaign.text;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.During;
import dev.campanile.campaign.Condition.On;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/**
 * The canonical text of conditions: equal conditions have equal texts, and the text reads back as
 * the condition.
 */
final class ConditionText {

  private ConditionText() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.Occurs(var type, var where) -> "event " + type(type) + where(where);
      case Condition.Enters(var area) -> "enter " + of(area);
      case Condition.Exits(var area) -> "exit " + of(area);
      case Condition.Settled(var action, var succeeded) ->
          "action " + action + " " + outcome(succeeded);
      case Condition.Cron(var timetable, var clock) -> "cron '" + timetable + "'" + of(clock);
      case Condition.After(var span) -> "after " + span;
      case Condition.At(var time, var clock) -> "at " + time + of(clock);
      case On on -> "on " + instant(on) + of(on.clock());
      case Condition.Dwell(var span, var area) -> "dwell " + span + " " + of(area);
      case Aggregate aggregate -> of(aggregate);
      case Condition.Profile(var comparison) -> "user." + of(comparison);
      case Condition.Inside(var area) -> "inside " + of(area);
      case During during -> of(during);
      case Condition.Split(var percent) -> "split " + percent(percent);
      case Condition.Rules(var name) -> "rules " + name;
      case Condition.Always always -> "always";
    };
  }

  static String of(Comparison comparison) {
    return path(comparison.path()) + " " + compared(comparison.operator(), comparison.operand());
  }

  static String of(Tally tally) {
    return call(tally) + range(tally);
  }

  /** Comparisons in two dimensions; one alone goes without brackets. */
  static String of(Cnf<Comparison> where) {
    if (where.rows().size() == 1 && where.rows().getFirst().size() == 1) {
      return of(where.rows().getFirst().getFirst());
    }
    return where.rows().stream()
        .map(row -> row.stream().map(ConditionText::of).collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static String outcome(boolean succeeded) {
    return succeeded ? "succeeded" : "failed";
  }

  static String instant(On on) {
    return on.date() + on.time().map(time -> "T" + time).orElse("");
  }

  static String percent(BigDecimal percent) {
    return percent.toPlainString() + "%";
  }

  static String path(Path path) {
    return path.segments().stream()
        .map(segment -> segment.codePoints().allMatch(Lexical::segment) ? segment : quoted(segment))
        .collect(Collectors.joining("."));
  }

  static String reference(Operand.Reference reference) {
    return "{" + reference.scope() + "." + path(reference.path()) + "}";
  }

  private static String of(Aggregate aggregate) {
    return call(aggregate.tally())
        + " "
        + compared(aggregate.operator(), aggregate.operand())
        + range(aggregate.tally());
  }

  private static String call(Tally tally) {
    String path = tally.path().map(p -> path(p) + " of ").orElse("");
    return Scalars.word(tally.function())
        + "("
        + path
        + type(tally.type())
        + where(tally.where())
        + ")";
  }

  private static String range(Tally tally) {
    String since = tally.since() == Since.NODE ? "" : " since " + Scalars.word(tally.since());
    return since + tally.within().map(span -> " within " + span).orElse("");
  }

  private static String of(During during) {
    String days = during.days().isEmpty() ? "" : " " + Clocks.days(during.days());
    return "during " + during.opens() + "-" + during.closes() + days + of(during.clock());
  }

  private static String of(Area area) {
    return switch (area) {
      case Area.Circle(var latitude, var longitude, var radius) ->
          latitude.toPlainString() + " " + longitude.toPlainString() + " " + Areas.radius(radius);
      case Area.Outline(var file) -> "in " + quoted(file);
    };
  }

  private static String of(ClockOf clock) {
    return clock == ClockOf.USER ? " user" : "";
  }

  private static String where(Cnf<Comparison> where) {
    return where.rows().isEmpty() ? "" : " where " + of(where);
  }

  private static String type(String type) {
    boolean dotted = type.startsWith(".") || type.endsWith(".") || type.contains("..");
    return !dotted && type.codePoints().allMatch(Lexical::type) ? type : quoted(type);
  }

  private static String compared(Operator operator, Operand operand) {
    return operand instanceof Operand.None ? operator.word() : operator.word() + " " + of(operand);
  }

  private static String of(Operand operand) {
    return switch (operand) {
      case Operand.None none -> "";
      case Operand.Literal(BigDecimal number) -> number.toPlainString();
      case Operand.Literal(String text) -> Lexical.bareText(text) ? text : quoted(text);
      case Operand.Literal(Object truth) -> truth.toString();
      case Operand.Reference reference -> reference(reference);
      case Operand.Several several ->
          several.values().stream().map(ConditionText::of).collect(Collectors.joining(" "));
      case Operand.Pattern(var text, var test) -> quoted(text);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
