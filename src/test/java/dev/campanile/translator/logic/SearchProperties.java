package dev.campanile.translator.logic;

import static dev.campanile.testkit.Scenes.aScene;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Function;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Scene;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is said to be impossible is so for every value; and numbers leave nothing undecided. */
final class SearchProperties {

  private static final Object NOTHING = new Object();
  private static final List<Object> NUMBERS =
      Stream.of("-1", "0", "0.5", "1", "1.5", "2", "3").<Object>map(BigDecimal::new).toList();
  private static final List<Object> VALUES =
      Stream.concat(
              NUMBERS.stream(),
              Stream.of(
                  NOTHING,
                  "",
                  "a",
                  "ab",
                  "abb",
                  "b",
                  "ba",
                  "😀",
                  "2026-03-01",
                  true,
                  false,
                  List.of(),
                  List.of(BigDecimal.ONE, "a"),
                  List.of("a", "b", BigDecimal.TWO),
                  Map.of("z", BigDecimal.ONE),
                  Map.of("z", "a")))
          .toList();

  private static final Map<Occurs, Boolean> OCCURRED = new ConcurrentHashMap<>();

  @Property(tries = 500)
  @StatisticsReport(onFailureOnly = true)
  void whatIsImpossibleHoldsForNoEvent(@ForAll("wheres") Cnf<Comparison> where) {
    // when
    Verdict verdict = Search.decide(Comparisons.ofEvent(where));
    often(verdict == Verdict.IMPOSSIBLE);
    // then
    if (verdict == Verdict.IMPOSSIBLE) {
      assertThat(events(VALUES).filter(event -> holds(where, event))).isEmpty();
    }
  }

  @Property(tries = 500)
  @StatisticsReport(onFailureOnly = true)
  void onNumbersItSaysExactlyWhatIsPossible(@ForAll("numericWheres") Cnf<Comparison> where) {
    // given
    var values = Stream.concat(NUMBERS.stream(), Stream.of(NOTHING, "t")).toList();
    boolean possible = events(values).anyMatch(event -> holds(where, event));
    // when
    Verdict verdict = Search.decide(Comparisons.ofEvent(where));
    often(verdict == Verdict.IMPOSSIBLE);
    // then
    assertThat(verdict).isEqualTo(possible ? Verdict.POSSIBLE : Verdict.IMPOSSIBLE);
  }

  @Property(tries = 300)
  void aNegationIsImpossibleOnlyWhereAllEventsSatisfyTheArray(
      @ForAll("wheres") Cnf<Comparison> where) {
    // when
    Verdict verdict = Search.decide(Comparisons.ofEvent(where).not());
    // then
    if (verdict == Verdict.IMPOSSIBLE) {
      assertThat(events(VALUES)).allMatch(event -> holds(where, event));
    }
  }

  @Property(tries = 400)
  @StatisticsReport(onFailureOnly = true)
  void whatIsImpossibleHoldsAtNoMoment(@ForAll("triggers") Trigger trigger) {
    // when
    Verdict verdict = Search.decide(new Meanings().of(trigger.cells(), Standpoint.of("here")));
    often(verdict == Verdict.IMPOSSIBLE);
    // then
    if (verdict == Verdict.IMPOSSIBLE) {
      assertThat(moments().filter(moment -> moment.satisfies(trigger))).isEmpty();
    }
  }

  @Property(tries = 400)
  void whatIsImpliedHoldsAtEveryMoment(
      @ForAll("triggers") Trigger one, @ForAll("triggers") Trigger other) {
    // given
    var meanings = new Meanings();
    var here = Standpoint.of("here");
    // when
    boolean implies =
        Search.implies(meanings.of(one.cells(), here), meanings.of(other.cells(), here));
    // then
    if (implies) {
      assertThat(moments().filter(moment -> moment.satisfies(one)))
          .allMatch(moment -> moment.satisfies(other));
    }
  }

  /** A property that is seldom put to the test says little. */
  private static void often(boolean impossible) {
    Statistics.collect(impossible);
    Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
  }

  /** One event of some type or none, a profile, and what two tallies have counted. */
  private record Moment(Scene scene, Optional<BigDecimal> count, Optional<BigDecimal> most) {

    boolean satisfies(Trigger trigger) {
      return trigger.cells().holds(this::satisfies);
    }

    private boolean satisfies(Trigger.Cell cell) {
      return switch (cell.condition()) {
        case Occurs occurs when cell.latches() ->
            OCCURRED.computeIfAbsent(occurs, SearchProperties::mayOccur);
        case Occurs occurs -> scene.matches(occurs.type(), occurs.where());
        case Condition.Profile(var comparison) -> scene.compares(comparison, scene.profile());
        case Aggregate aggregate -> compares(aggregate);
        default -> throw new IllegalStateException("Expected a known cell, but got " + cell);
      };
    }

    private boolean compares(Aggregate aggregate) {
      var value = aggregate.tally().function() == Function.COUNT ? count : most;
      var path = Path.of("value");
      return scene.compares(
          new Comparison(path, aggregate.operator(), aggregate.operand()),
          new Attributes(value.<Map<String, Object>>map(v -> Map.of("value", v)).orElse(Map.of())));
    }
  }

  private static Stream<Moment> moments() {
    var few = List.of(NOTHING, "a", "b", true, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TWO);
    var counts = List.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN);
    return few.stream()
        .flatMap(
            profile ->
                few.stream()
                    .flatMap(
                        property ->
                            Stream.of("", "e", "f").map(type -> scene(type, property, profile))))
        .flatMap(
            scene ->
                counts.stream()
                    .flatMap(
                        count ->
                            Stream.of("", "-1", "0", "0.5", "2")
                                .map(most -> new Moment(scene, Optional.of(count), number(most)))));
  }

  private static boolean mayOccur(Occurs occurs) {
    return VALUES.stream().anyMatch(x -> holds(occurs.where(), attributes(Map.of("x", x))));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static Scene scene(String type, Object property, Object profile) {
    var scene = aScene().by(attributes(Map.of("x", profile)));
    return type.isEmpty()
        ? scene.scene()
        : scene.of(type, attributes(Map.of("x", property))).scene();
  }

  private static Stream<Map<String, Object>> events(List<Object> values) {
    return values.stream()
        .flatMap(x -> values.stream().map(y -> attributes(Map.of("x", x, "y", y))));
  }

  private static Map<String, Object> attributes(Map<String, Object> values) {
    var attributes = new HashMap<>(values);
    attributes.values().removeIf(value -> value == NOTHING);
    return attributes;
  }

  private static boolean holds(Cnf<Comparison> where, Map<String, Object> event) {
    return aScene().of("e", event).scene().matches("e", where);
  }

  @Provide
  Arbitrary<Cnf<Comparison>> wheres() {
    return arrays(comparisons(Arbitraries.of("x", "x", "y", "x.z")));
  }

  @Provide
  Arbitrary<Cnf<Comparison>> numericWheres() {
    return arrays(
        Combinators.combine(Arbitraries.of("x", "y"), numeric())
            .as((path, c) -> new Comparison(Path.of(path), c.operator(), c.operand())));
  }

  @Provide
  Arbitrary<Trigger> triggers() {
    Arbitrary<Comparison> onX = comparisons(Arbitraries.just("x"));
    Arbitrary<Condition> cells =
        Arbitraries.oneOf(
            onX.map(Condition.Profile::new),
            onX.map(Condition.Profile::new),
            Combinators.combine(Arbitraries.of("e", "f"), arrays(onX)).as(Occurs::new),
            numeric()
                .filter(c -> c.operator() != Operator.EXISTS && c.operator() != Operator.MISSING)
                .map(c -> new Aggregate(tally(c), c.operator(), c.operand())));
    return cells
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(rows -> Trigger.of(Expression.ofRows(rows)));
  }

  private static Tally tally(Comparison comparison) {
    boolean counts = comparison.hashCode() % 2 == 0;
    return new Tally(
        counts ? Function.COUNT : Function.MAX,
        counts ? Optional.empty() : Optional.of(Path.of("x")),
        "e",
        Cnf.always(),
        Since.NODE,
        Optional.empty());
  }

  private static Arbitrary<Cnf<Comparison>> arrays(Arbitrary<Comparison> cells) {
    return cells.list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(5).map(Cnf::new);
  }

  private static Arbitrary<Comparison> comparisons(Arbitrary<String> paths) {
    return Combinators.combine(
            paths, Arbitraries.oneOf(numeric(), ordered(), onTexts(), lookedUp()))
        .as((path, c) -> new Comparison(Path.of(path), c.operator(), c.operand()));
  }

  private static Arbitrary<Comparison> numeric() {
    return compared(Arbitraries.of(0, 1, 2).map(BigDecimal::valueOf).map(Operand.Literal::new));
  }

  private static Arbitrary<Comparison> ordered() {
    return compared(
        Arbitraries.of("a", "ab", "b", "", "😀", true, false).map(Operand.Literal::new));
  }

  private static Arbitrary<Comparison> lookedUp() {
    return compared(
        Arbitraries.of("x", "y").map(path -> new Operand.Reference("event", Path.of(path))));
  }

  private static Arbitrary<Comparison> onTexts() {
    Arbitrary<Operand> texts = Arbitraries.of("a", "b", "ab", "").map(Operand.Literal::new);
    Arbitrary<Comparison> parts =
        Combinators.combine(
                Arbitraries.of(Operator.STARTS_WITH, Operator.ENDS_WITH, Operator.CONTAINS), texts)
            .as(SearchProperties::of);
    Arbitrary<Comparison> members =
        Arbitraries.of(0, 1, 2)
            .map(BigDecimal::valueOf)
            .map(number -> of(Operator.CONTAINS, new Operand.Literal(number)));
    Arbitrary<Comparison> patterns =
        Arbitraries.of("a.*", "b+", "[ab]")
            .map(
                p ->
                    of(
                        Operator.MATCHES,
                        new Operand.Pattern(p, new Re2RegularExpressions().compile(p))));
    Arbitrary<Comparison> instants =
        Combinators.combine(
                Arbitraries.of(Operator.BEFORE, Operator.AFTER),
                Arbitraries.of("2026-02-01", "2026-03-01", "2026-03-02T00:00:00Z"))
            .as((operator, text) -> of(operator, new Operand.Literal(text)));
    return Arbitraries.oneOf(parts, members, patterns, instants);
  }

  private static Arbitrary<Comparison> compared(Arbitrary<? extends Operand> operands) {
    return Arbitraries.of(
            Operator.EQ,
            Operator.NE,
            Operator.GT,
            Operator.GTE,
            Operator.LT,
            Operator.LTE,
            Operator.IN,
            Operator.NIN,
            Operator.BETWEEN,
            Operator.EXISTS,
            Operator.MISSING)
        .flatMap(
            operator ->
                switch (operator) {
                  case EXISTS, MISSING -> Arbitraries.just(of(operator, new Operand.None()));
                  case IN, NIN, BETWEEN ->
                      operands
                          .list()
                          .ofSize(2)
                          .map(list -> of(operator, new Operand.Several(List.copyOf(list))));
                  default -> operands.map(operand -> of(operator, operand));
                });
  }

  private static Comparison of(Operator operator, Operand operand) {
    return new Comparison(Path.of("x"), operator, operand);
  }
}
