package dev.campanile.testkit;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Area;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Literal;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.Trigger;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any condition, comparison and trigger that an author can write. */
public final class Conditions {

  private static final Set<String> NO_ACTIONS = Set.of("entry", "event", "user");
  private static final CronUtilsTimetables CRON = new CronUtilsTimetables();
  private static final Re2RegularExpressions RE2 = new Re2RegularExpressions();

  private Conditions() {}

  public static Arbitrary<Condition> any() {
    return Arbitraries.oneOf(happenings(), deadlines(), standings());
  }

  public static Arbitrary<Condition> happenings() {
    return Arbitraries.oneOf(
        occurrences(),
        areas().map(Condition.Enters::new),
        areas().map(Condition.Exits::new),
        Combinators.combine(actionIds(), Arbitraries.of(true, false)).as(Condition.Settled::new),
        Combinators.combine(crons(), clocks()).as(Condition.Cron::new));
  }

  /** Those that may stand in an entry. */
  public static Arbitrary<Condition> inEntries() {
    return Arbitraries.oneOf(
        occurrences(), areas().map(Condition.Enters::new), aggregates(), profiles(), durings());
  }

  /** Those that may stand in an audience. */
  public static Arbitrary<Condition> inAudiences() {
    return Arbitraries.oneOf(
        profiles(), aggregates(Since.EVER), Arbitraries.just(new Condition.Always()));
  }

  public static Arbitrary<Condition> deadlines() {
    return Arbitraries.oneOf(
        Values.spans().map(Condition.After::new),
        Combinators.combine(Values.times(), clocks()).as(Condition.At::new),
        Combinators.combine(Values.dateTimes(), Arbitraries.of(true, false), clocks())
            .as(
                (instant, timed, clock) ->
                    new Condition.On(
                        instant.toLocalDate(),
                        timed ? Optional.of(instant.toLocalTime()) : Optional.empty(),
                        clock)),
        Combinators.combine(Values.spans(), areas()).as(Condition.Dwell::new));
  }

  public static Arbitrary<Condition> standings() {
    return Arbitraries.oneOf(
        aggregates(),
        profiles(),
        areas().map(Condition.Inside::new),
        durings(),
        Values.percents().map(Condition.Split::new),
        Values.names().map(Condition.Rules::new),
        Arbitraries.just(new Condition.Always()));
  }

  public static Arbitrary<Comparison> comparisons() {
    return Arbitraries.of(Operator.values())
        .flatMap(
            operator ->
                Combinators.combine(Values.paths(), operands(operator))
                    .as((p, o) -> new Comparison(p, operator, o)));
  }

  public static Arbitrary<Cnf<Comparison>> wheres() {
    return comparisons().list().ofMinSize(1).ofMaxSize(2).list().ofMaxSize(2).map(Cnf::new);
  }

  /** Triggers of up to four levels over some conditions. */
  public static Arbitrary<Trigger> triggers(Arbitrary<Condition> conditions) {
    return expressions(conditions, 3).map(Trigger::of);
  }

  /** Expressions over some leaves, small enough to be multiplied out. */
  public static <T> Arbitrary<Expression<T>> expressions(Arbitrary<T> leaves, int levels) {
    Arbitrary<Expression<T>> leaf = leaves.map(Expression.Leaf::new);
    if (levels == 0) {
      return leaf;
    }
    Arbitrary<List<Expression<T>>> parts =
        expressions(leaves, levels - 1).list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(leaf, parts.map(Expression.And::new), parts.map(Expression.Or::new));
  }

  public static Arbitrary<ActionId> actionIds() {
    return Values.names().filter(name -> !NO_ACTIONS.contains(name)).map(ActionId::new);
  }

  public static Arbitrary<Timetable> crons() {
    return Arbitraries.of("0 9 * * *", "*/5 0-6 1,15 JAN-MAR MON", "59 23 31 12 7").map(CRON::read);
  }

  public static Arbitrary<ClockOf> clocks() {
    return Arbitraries.of(ClockOf.values());
  }

  private static Arbitrary<Condition> occurrences() {
    return Combinators.combine(types(), wheres()).as(Condition.Occurs::new);
  }

  private static Arbitrary<Condition> profiles() {
    return comparisons().map(Condition.Profile::new);
  }

  private static Arbitrary<Condition> durings() {
    return Combinators.combine(
            Values.times(),
            Values.times(),
            Arbitraries.of(DayOfWeek.values()).set().ofMaxSize(7),
            clocks())
        .filter((opens, closes, days, clock) -> !opens.equals(closes))
        .as(Condition.During::new);
  }

  private static Arbitrary<Condition> aggregates() {
    return aggregates(Since.values());
  }

  private static Arbitrary<Condition> aggregates(Since... starts) {
    Arbitrary<Operator> operators =
        Arbitraries.of(
            Operator.EQ,
            Operator.NE,
            Operator.GT,
            Operator.GTE,
            Operator.LT,
            Operator.LTE,
            Operator.IN,
            Operator.NIN,
            Operator.BETWEEN);
    Arbitrary<Operand> numbers =
        Arbitraries.oneOf(Values.numbers().map(Literal::new), references());
    return Combinators.combine(
            tallies(starts),
            operators.flatMap(
                o -> operands(o, numbers).map(v -> new Comparison(Path.of("x"), o, v))))
        .as((tally, compared) -> new Aggregate(tally, compared.operator(), compared.operand()));
  }

  private static Arbitrary<Tally> tallies(Since... starts) {
    return Combinators.combine(
            Arbitraries.of(Function.values()),
            Values.paths(),
            types(),
            wheres(),
            Arbitraries.of(starts),
            Values.spans().optional())
        .as(
            (function, path, type, where, since, within) ->
                new Tally(
                    function,
                    function == Function.COUNT ? Optional.empty() : Optional.of(path),
                    type,
                    where,
                    since,
                    within));
  }

  private static Arbitrary<String> types() {
    return Arbitraries.oneOf(
        Arbitraries.of("order.paid", "Order Completed", "of", "where"),
        Values.texts().filter(text -> !text.isBlank()));
  }

  private static Arbitrary<Area> areas() {
    Arbitrary<Area> circles =
        Combinators.combine(
                Arbitraries.bigDecimals()
                    .between(BigDecimal.valueOf(-90), BigDecimal.valueOf(90))
                    .ofScale(5),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.valueOf(-180), BigDecimal.valueOf(180))
                    .ofScale(5),
                Arbitraries.bigDecimals()
                    .between(new BigDecimal("0.5"), BigDecimal.valueOf(20_000_000))
                    .ofScale(1))
            .as(Area.Circle::new);
    return Arbitraries.oneOf(
        circles, Values.names().map(name -> new Area.Outline(name.replace("-", "_") + ".geojson")));
  }

  private static Arbitrary<Operand> operands(Operator operator) {
    Arbitrary<Operand> literals =
        Arbitraries.oneOf(
            Values.numbers().map(Literal::new),
            Values.texts().map(Literal::new),
            Arbitraries.of(true, false).map(Literal::new));
    Arbitrary<Operand> texts = Values.texts().map(Literal::new);
    Arbitrary<Operand> instants =
        Arbitraries.of(
                "2026-12-24", "2026-12-24T09:00", "2026-12-24T09:00:00Z", "2026-12-24T09:00+08:00")
            .map(Literal::new);
    return switch (operator) {
      case STARTS_WITH, ENDS_WITH -> operands(operator, Arbitraries.oneOf(texts, references()));
      case BEFORE, AFTER -> operands(operator, Arbitraries.oneOf(instants, references()));
      case MATCHES ->
          Arbitraries.of("[A-Z]+", "it's (a|b)", "\\d{4}", "{", "").map(Conditions::pattern);
      default -> operands(operator, Arbitraries.oneOf(literals, references()));
    };
  }

  private static Arbitrary<Operand> operands(Operator operator, Arbitrary<Operand> values) {
    return switch (operator) {
      case EXISTS, MISSING -> Arbitraries.just(new Operand.None());
      case BETWEEN -> values.list().ofSize(2).map(Operand.Several::new);
      case IN, NIN -> values.list().ofMinSize(1).ofMaxSize(4).map(Conditions::listed);
      default -> values;
    };
  }

  /** A reference alone stands for a list, as the language has it. */
  private static Operand listed(List<Operand> values) {
    return values.size() == 1 && values.getFirst() instanceof Operand.Reference
        ? values.getFirst()
        : new Operand.Several(values);
  }

  private static Operand pattern(String text) {
    return new Operand.Pattern(text, RE2.compile(text));
  }

  private static Arbitrary<Operand> references() {
    return Combinators.combine(Arbitraries.of("entry", "event", "user", "gift"), Values.paths())
        .as(Operand.Reference::new);
  }
}
