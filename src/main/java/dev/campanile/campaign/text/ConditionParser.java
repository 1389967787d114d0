package dev.campanile.campaign.text;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Timetable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the text form of one cell of a trigger. */
final class ConditionParser {

  static final List<String> KINDS =
      List.of(
          "event",
          "enter",
          "exit",
          "action",
          "cron",
          "after",
          "at",
          "on",
          "dwell",
          "inside",
          "during",
          "split",
          "rules",
          "always",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "distinct",
          "user");

  private static final Set<String> RESERVED = Set.of("entry", "event", "user");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(\\.[0-9]{1,20})?)%");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  private final ComparisonParser comparisons;
  private final AggregateParser aggregates;
  private final CronFields crons;
  private final Since unwritten;

  ConditionParser(Operands operands, CronFields crons) {
    this(operands, crons, Since.NODE);
  }

  /**
   * @param unwritten from where an aggregate counts that does not say it
   */
  ConditionParser(Operands operands, CronFields crons, Since unwritten) {
    this.comparisons = new ComparisonParser(operands);
    this.aggregates = new AggregateParser(comparisons, unwritten);
    this.crons = crons;
    this.unwritten = unwritten;
  }

  Since unwritten() {
    return unwritten;
  }

  Condition condition(String text) {
    if (text.length() > Lexical.LONGEST_CELL) {
      throw new Misread(
          0,
          "Expected at most %d characters in a cell, but got %d."
              .formatted(Lexical.LONGEST_CELL, text.length()),
          "");
    }
    var cursor = new Cursor(text);
    Condition condition = read(cursor);
    cursor.expectEnd();
    return condition;
  }

  Cnf<Comparison> where(String text) {
    var cursor = new Cursor(text);
    Cnf<Comparison> where = comparisons.where(cursor);
    cursor.expectEnd();
    return where;
  }

  Comparison comparison(String text) {
    var cursor = new Cursor(text);
    Comparison comparison = comparisons.comparison(cursor);
    cursor.expectEnd();
    return comparison;
  }

  Operand reference(String text, Operator operator) {
    var cursor = new Cursor(text);
    Operand reference = comparisons.reference(cursor, operator);
    cursor.expectEnd();
    return reference;
  }

  private Condition read(Cursor cursor) {
    int start = cursor.skipBlank().offset();
    String kind = cursor.run(Lexical::segment);
    return switch (kind) {
      case "event" -> occurs(cursor);
      case "enter" -> new Condition.Enters(Areas.area(cursor));
      case "exit" -> new Condition.Exits(Areas.area(cursor));
      case "action" -> settled(cursor);
      case "cron" -> cron(cursor);
      case "after" -> new Condition.After(span(cursor));
      case "at" -> new Condition.At(time(cursor), clock(cursor));
      case "on" -> on(cursor);
      case "dwell" -> new Condition.Dwell(span(cursor), Areas.area(cursor));
      case "inside" -> new Condition.Inside(Areas.area(cursor));
      case "during" -> during(cursor);
      case "split" ->
          new Condition.Split(Misread.placing(blankSkipped(cursor), () -> percent(word(cursor))));
      case "rules" ->
          new Condition.Rules(Misread.placing(blankSkipped(cursor), () -> ruleSet(word(cursor))));
      case "always" -> new Condition.Always();
      case "count", "sum", "avg", "min", "max", "distinct" -> aggregates.aggregate(cursor, kind);
      case "user" -> profile(cursor);
      default -> throw cursor.expectedAt(start, "a condition", Excerpt.nearest(kind, KINDS));
    };
  }

  /** The name of an action; the scopes of references are none. */
  static ActionId action(String text) {
    if (!Names.valid(text) || RESERVED.contains(text)) {
      throw Misread.of(
          "Expected the id of an action, but got %s.".formatted(Excerpt.of(text)),
          RESERVED.contains(text)
              ? "Maybe choose another id: entry, event and user are taken."
              : "");
    }
    return new ActionId(text);
  }

  static BigDecimal percent(String text) {
    var parts = PERCENT.matcher(text);
    if (parts.matches()) {
      var number = new BigDecimal(parts.group(1));
      if (number.signum() > 0 && number.compareTo(WHOLE) <= 0) {
        return number;
      }
    }
    throw Misread.of(
        "Expected a share above 0%% and at most 100%%, but got %s.".formatted(Excerpt.of(text)),
        "");
  }

  static String ruleSet(String name) {
    if (!Names.valid(name)) {
      throw Misread.of(
          "Expected the name of a rule set, but got %s.".formatted(Excerpt.of(name)), "");
    }
    return name;
  }

  static boolean succeeded(String outcome) {
    return switch (outcome) {
      case "succeeded" -> true;
      case "failed" -> false;
      default ->
          throw Misread.of(
              "Expected 'succeeded' or 'failed', but got %s.".formatted(Excerpt.of(outcome)),
              Excerpt.nearest(outcome, List.of("succeeded", "failed")));
    };
  }

  static Condition during(LocalTime opens, LocalTime closes, Set<DayOfWeek> days, ClockOf clock) {
    if (opens.equals(closes)) {
      throw Misread.of(
          "Expected two different times, but it opens and closes at %s.".formatted(opens), "");
    }
    return new Condition.During(opens, closes, days, clock);
  }

  private Condition occurs(Cursor cursor) {
    String type = Words.type(cursor);
    return new Condition.Occurs(type, optionalWhere(cursor));
  }

  private Cnf<Comparison> optionalWhere(Cursor cursor) {
    return cursor.tookWord("where") ? comparisons.where(cursor) : Cnf.always();
  }

  private static Condition settled(Cursor cursor) {
    ActionId action = Misread.placing(blankSkipped(cursor), () -> action(word(cursor)));
    return new Condition.Settled(
        action, Misread.placing(blankSkipped(cursor), () -> succeeded(word(cursor))));
  }

  private Condition cron(Cursor cursor) {
    int start = blankSkipped(cursor);
    if (!cursor.sees("'")) {
      throw cursor.expected("a quoted cron expression such as '0 9 * * MON'", "");
    }
    Timetable timetable = Misread.placing(start, () -> crons.timetable(cursor.quoted('\'')));
    return new Condition.Cron(timetable, clock(cursor));
  }

  private static Condition on(Cursor cursor) {
    int start = blankSkipped(cursor);
    String text = word(cursor);
    var date = Misread.placing(start, () -> Clocks.dateTime(text).toLocalDate());
    return new Condition.On(date, Clocks.timeOfDay(text), clock(cursor));
  }

  private static Condition during(Cursor cursor) {
    int start = blankSkipped(cursor);
    String[] times = word(cursor).split("-", -1);
    if (times.length != 2) {
      throw cursor.expectedAt(start, "two times such as 09:00-18:00", "");
    }
    LocalTime opens = Misread.placing(start, () -> Clocks.time(times[0]));
    LocalTime closes = Misread.placing(start, () -> Clocks.time(times[1]));
    Set<DayOfWeek> days = days(cursor);
    return Misread.placing(start, () -> during(opens, closes, days, clock(cursor)));
  }

  private static Set<DayOfWeek> days(Cursor cursor) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    int start = cursor.offset();
    if (cursor.ended() || cursor.tookWord("user")) {
      cursor.returnTo(start);
      return days;
    }
    do {
      days.addAll(Misread.placing(blankSkipped(cursor), () -> Clocks.days(word(cursor))));
    } while (cursor.took(","));
    return days;
  }

  private Condition profile(Cursor cursor) {
    cursor.expect(".");
    return new Condition.Profile(comparisons.comparison(cursor));
  }

  private static ClockOf clock(Cursor cursor) {
    return cursor.tookWord("user") ? ClockOf.USER : ClockOf.SCHEDULE;
  }

  private static LocalTime time(Cursor cursor) {
    return Misread.placing(blankSkipped(cursor), () -> Clocks.time(word(cursor)));
  }

  static Span span(Cursor cursor) {
    return Misread.placing(blankSkipped(cursor), () -> Clocks.span(word(cursor)));
  }

  private static int blankSkipped(Cursor cursor) {
    return cursor.skipBlank().offset();
  }

  private static String word(Cursor cursor) {
    return cursor.run(Lexical::bare);
  }
}
