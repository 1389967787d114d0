package dev.campanile.campaign.text;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Tree;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the object form of a cell: {@code {event: order.paid, where: …}}, {@code {after: P3D}}, and
 * so on.
 */
final class ObjectForms {

  static final Map<String, ClockOf> ZONES =
      Map.of("schedule", ClockOf.SCHEDULE, "user", ClockOf.USER);

  private static final List<String> KINDS =
      Arrays.stream(Shape.values())
          .filter(Shape::isCell)
          .map(shape -> shape.keys().getFirst())
          .toList();

  private static final Map<String, Function> FUNCTIONS = Scalars.words(Function.values());
  private static final Map<String, Since> SINCE = Scalars.words(Since.values());
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Clocks::word, day -> day));

  private final ConditionParser conditions;
  private final CronFields crons;
  private final ObjectComparisons comparisons;

  ObjectForms(ConditionParser conditions, Operands operands, CronFields crons) {
    this.conditions = conditions;
    this.crons = crons;
    this.comparisons = new ObjectComparisons(conditions, operands);
  }

  Optional<Condition> condition(Part part) {
    return shape(part)
        .flatMap(shape -> Fields.of(part, shape).flatMap(fields -> condition(shape, fields)));
  }

  private static Optional<Shape> shape(Part part) {
    if (!(part.tree() instanceof Tree.Mapping mapping)) {
      return part.unexpected("a condition", "");
    }
    List<String> keys = mapping.members().stream().map(Tree.Member::key).toList();
    Optional<Shape> shape = keys.stream().flatMap(key -> Shape.ofCell(key).stream()).findFirst();
    String advice = keys.isEmpty() ? "" : Excerpt.nearest(keys.getFirst(), KINDS);
    return shape.isPresent()
        ? shape
        : part.refuse(
            "Expected a condition with one key of %s.".formatted(Scalars.oneOf(KINDS)), advice);
  }

  private Optional<? extends Condition> cell(Shape shape, Fields cell) {
    return switch (shape) {
      case EVENT_CELL -> occurs(cell);
      case ENTER_CELL ->
          cell.required("enter").flatMap(ObjectForms::area).map(Condition.Enters::new);
      case EXIT_CELL -> cell.required("exit").flatMap(ObjectForms::area).map(Condition.Exits::new);
      case ACTION_CELL -> settled(cell);
      case CRON_CELL -> cron(cell);
      case AFTER_CELL -> cell.required("after").flatMap(Part::span).map(Condition.After::new);
      case AT_CELL -> at(cell);
      case ON_CELL -> on(cell);
      case DWELL_CELL -> dwell(cell);
      case AGGREGATE_CELL -> cell.required("aggregate").flatMap(this::aggregate);
      case USER_CELL -> comparisons.comparison(cell, "user").map(Condition.Profile::new);
      case INSIDE_CELL ->
          cell.required("inside").flatMap(ObjectForms::area).map(Condition.Inside::new);
      case DURING_CELL -> cell.required("during").flatMap(ObjectForms::during);
      case SPLIT_CELL -> cell.required("split").flatMap(Part::percent).map(Condition.Split::new);
      case RULES_CELL ->
          cell.required("rules")
              .flatMap(p -> p.text(ConditionParser::ruleSet))
              .map(Condition.Rules::new);
      case ALWAYS_CELL -> cell.required("always").flatMap(ObjectForms::always);
      default ->
          throw new IllegalStateException("Expected the shape of a cell, but got " + shape + ".");
    };
  }

  private Optional<Condition> condition(Shape shape, Fields cell) {
    return cell(shape, cell).map(condition -> condition);
  }

  private Optional<Condition> occurs(Fields cell) {
    Optional<String> type = cell.required("event").flatMap(p -> p.text(ObjectForms::type));
    Optional<Cnf<Comparison>> where = comparisons.where(cell);
    return type.flatMap(t -> where.map(w -> new Condition.Occurs(t, w)));
  }

  private static Optional<Condition> settled(Fields cell) {
    var action = cell.required("action").flatMap(p -> p.text(ConditionParser::action));
    var outcome = cell.required("outcome").flatMap(p -> p.text(ConditionParser::succeeded));
    return action.flatMap(id -> outcome.map(succeeded -> new Condition.Settled(id, succeeded)));
  }

  private Optional<Condition> cron(Fields cell) {
    var timetable = cell.required("cron").flatMap(p -> p.text(crons::timetable));
    var zone = zone(cell);
    return timetable.map(t -> new Condition.Cron(t, zone));
  }

  private static Optional<Condition> at(Fields cell) {
    var time = cell.required("at").flatMap(p -> p.text(Clocks::time));
    var zone = zone(cell);
    return time.map(t -> new Condition.At(t, zone));
  }

  private static Optional<Condition> on(Fields cell) {
    var zone = zone(cell);
    return cell.required("on").flatMap(p -> p.text(text -> on(text, zone)));
  }

  private static Condition on(String text, ClockOf zone) {
    return new Condition.On(Clocks.dateTime(text).toLocalDate(), Clocks.timeOfDay(text), zone);
  }

  private static Optional<Condition> dwell(Fields cell) {
    var span = cell.required("dwell").flatMap(Part::span);
    var area = cell.required("area").flatMap(ObjectForms::area);
    return span.flatMap(s -> area.map(a -> new Condition.Dwell(s, a)));
  }

  private Optional<Condition> aggregate(Part part) {
    return Fields.of(part, Shape.AGGREGATE)
        .flatMap(
            fields -> {
              var tally = tally(part, fields);
              var compared = comparisons.compared(fields);
              return tally.flatMap(
                  t ->
                      compared.flatMap(
                          c ->
                              part.understood(
                                  () ->
                                      new Condition.Aggregate(
                                          t,
                                          c.operator(),
                                          AggregateParser.checked(c.operator(), c.operand())))));
            });
  }

  private Optional<Tally> tally(Part part, Fields fields) {
    var function = fields.required("fn").flatMap(p -> p.word(FUNCTIONS));
    Optional<Path> path = fields.read("path", p -> p.text(ObjectComparisons::path));
    var type = fields.required("of").flatMap(p -> p.text(ObjectForms::type));
    var where = comparisons.where(fields);
    Since since = fields.read("since", p -> p.word(SINCE)).orElse(conditions.unwritten());
    Optional<Span> within = fields.read("within", Part::span);
    return fields.has("path") && path.isEmpty()
        ? Optional.empty()
        : function.flatMap(
            f ->
                part.understood(() -> AggregateParser.checked(f, path))
                    .flatMap(
                        p ->
                            type.flatMap(
                                t -> where.map(w -> new Tally(f, p, t, w, since, within)))));
  }

  private static Optional<Condition> during(Part part) {
    return Fields.of(part, Shape.DURING)
        .flatMap(
            fields -> {
              Optional<LocalTime> from = fields.required("from").flatMap(p -> p.text(Clocks::time));
              Optional<LocalTime> to = fields.required("to").flatMap(p -> p.text(Clocks::time));
              Set<DayOfWeek> days = fields.read("days", ObjectForms::days).orElse(Set.of());
              ClockOf zone = zone(fields);
              return from.flatMap(
                  f ->
                      to.flatMap(
                          t -> part.understood(() -> ConditionParser.during(f, t, days, zone))));
            });
  }

  private static Optional<Set<DayOfWeek>> days(Part part) {
    List<Part> items = part.someItems("days");
    Set<DayOfWeek> days =
        items.stream().flatMap(item -> item.word(DAYS).stream()).collect(Collectors.toSet());
    return days.isEmpty() || days.size() < items.size() ? Optional.empty() : Optional.of(days);
  }

  private static Optional<Condition> always(Part part) {
    return part.truth()
        .flatMap(
            truth ->
                truth
                    ? Optional.of(new Condition.Always())
                    : part.refuse("Expected true, but got false.", ""));
  }

  private static Optional<Area> area(Part part) {
    return Fields.of(part, Shape.AREA)
        .flatMap(fields -> fields.has("file") ? outline(fields) : circle(fields));
  }

  private static Optional<Area> outline(Fields fields) {
    for (String key : List.of("lat", "lon", "radius")) {
      if (fields.has(key)) {
        return fields
            .required(key)
            .flatMap(p -> p.refuse("Expected either a file or a circle, but got both.", ""));
      }
    }
    return fields.required("file").flatMap(p -> p.text(Areas::outline));
  }

  private static Optional<Area> circle(Fields fields) {
    var latitude = fields.required("lat").flatMap(p -> p.text(Areas::latitude));
    var longitude = fields.required("lon").flatMap(p -> p.text(Areas::longitude));
    var radius = fields.required("radius").flatMap(p -> p.text(Areas::radius));
    return latitude.flatMap(a -> longitude.flatMap(o -> radius.map(r -> new Area.Circle(a, o, r))));
  }

  private static ClockOf zone(Fields fields) {
    return fields.read("zone", p -> p.word(ZONES)).orElse(ClockOf.SCHEDULE);
  }

  private static String type(String text) {
    if (!Words.typeAllowed(text)) {
      throw Misread.of("Expected an event type, but got %s.".formatted(Excerpt.of(text)), "");
    }
    return text;
  }
}
