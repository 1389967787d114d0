package dev.campanile.campaign.text;

import static dev.campanile.campaign.text.Trees.list;
import static dev.campanile.campaign.text.Trees.mapping;
import static dev.campanile.campaign.text.Trees.member;
import static dev.campanile.campaign.text.Trees.number;
import static dev.campanile.campaign.text.Trees.plain;
import static dev.campanile.campaign.text.Trees.text;
import static dev.campanile.campaign.text.Trees.unless;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.During;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Tree;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;

/** The object form of cells, as {@link ObjectForms} reads it. */
final class CellTree {

  private CellTree() {}

  static Tree of(Condition condition) {
    return switch (condition) {
      case Condition.Occurs(var type, var where) ->
          mapping(member("event", text(type)), where(where));
      case Condition.Enters(var area) -> mapping(member("enter", of(area)));
      case Condition.Exits(var area) -> mapping(member("exit", of(area)));
      case Condition.Settled(var action, var succeeded) ->
          mapping(
              member("action", text(action)),
              member("outcome", text(ConditionText.outcome(succeeded))));
      case Condition.Cron(var timetable, var clock) ->
          mapping(member("cron", text(timetable)), zone(clock));
      case Condition.After(var span) -> mapping(member("after", text(span)));
      case Condition.At(var time, var clock) -> mapping(member("at", text(time)), zone(clock));
      case Condition.On on ->
          mapping(member("on", text(ConditionText.instant(on))), zone(on.clock()));
      case Condition.Dwell(var span, var area) ->
          mapping(member("dwell", text(span)), member("area", of(area)));
      case Aggregate aggregate -> mapping(member("aggregate", of(aggregate)));
      case Condition.Profile(var comparison) -> comparison("user", comparison);
      case Condition.Inside(var area) -> mapping(member("inside", of(area)));
      case During during -> mapping(member("during", of(during)));
      case Condition.Split(var percent) ->
          mapping(member("split", text(ConditionText.percent(percent))));
      case Condition.Rules(var name) -> mapping(member("rules", text(name)));
      case Condition.Always always -> mapping(member("always", plain(true)));
    };
  }

  private static Tree of(Aggregate aggregate) {
    var tally = aggregate.tally();
    return mapping(
        member("fn", text(Scalars.word(tally.function()))),
        member("path", tally.path().map(path -> text(ConditionText.path(path)))),
        member("of", text(tally.type())),
        where(tally.where()),
        member("op", text(aggregate.operator().word())),
        member("value", operand(aggregate.operand())),
        unless(Since.NODE, "since", tally.since(), since -> text(Scalars.word(since))),
        member("within", tally.within().map(Trees::text)));
  }

  private static Tree of(During during) {
    List<DayOfWeek> days = during.days().stream().sorted().toList();
    return mapping(
        member("from", text(during.opens())),
        member("to", text(during.closes())),
        unless(List.of(), "days", days, list -> list(list, day -> text(Clocks.word(day)))),
        zone(during.clock()));
  }

  private static Tree of(Area area) {
    return switch (area) {
      case Area.Circle(var latitude, var longitude, var radius) ->
          mapping(
              member("lat", number(latitude)),
              member("lon", number(longitude)),
              member("radius", text(Areas.radius(radius))));
      case Area.Outline(var file) -> mapping(member("file", text(file)));
    };
  }

  private static Tree comparison(String pathKey, Comparison comparison) {
    return mapping(
        member(pathKey, text(ConditionText.path(comparison.path()))),
        member("op", text(comparison.operator().word())),
        member("value", operand(comparison.operand())));
  }

  private static Optional<Tree.Member> where(Cnf<Comparison> where) {
    return unless(
        Cnf.always(),
        "where",
        where,
        cnf -> list(cnf.rows(), row -> list(row, cell -> comparison("path", cell))));
  }

  private static Optional<Tree.Member> zone(ClockOf clock) {
    return unless(ClockOf.SCHEDULE, "zone", clock, user -> text(Scalars.word(user)));
  }

  private static Optional<Tree> operand(Operand operand) {
    return switch (operand) {
      case Operand.None none -> Optional.empty();
      case Operand.Literal(BigDecimal number) -> Optional.of(number(number));
      case Operand.Literal(String text) -> Optional.of(literal(text));
      case Operand.Literal(Object truth) -> Optional.of(plain(truth));
      case Operand.Reference reference -> Optional.of(text(ConditionText.reference(reference)));
      case Operand.Several several ->
          Optional.of(
              list(several.values().stream().flatMap(value -> operand(value).stream()).toList()));
      case Operand.Pattern(var text, var test) -> Optional.of(text(text));
    };
  }

  /** A text that looks like a reference says that it is none. */
  private static Tree literal(String text) {
    return text.startsWith("{") ? mapping(member("text", text(text))) : text(text);
  }
}
