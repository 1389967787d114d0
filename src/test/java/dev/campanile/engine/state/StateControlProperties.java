package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for the fold whatever happens; every step of a scenario runs twice and must come to
 * the same.
 */
final class StateControlProperties {

  private static final String COUNTING =
      """
      campaign: counting
      entry: [ { when: [["event start"]], to: wait } ]
      nodes: { wait: {}, done: {} }
      edges:
        - from: wait
          to: done
          when:
            - ["count(a) gte 99", "sum(x of a) gte 99", "max(x of a) gt 99", "distinct(x of a) gt 99",
               "count(a) gte 99 within PT10M", "sum(x of a) gte 99 within PT2H"]
      """;

  private static final String MOVING =
      """
      campaign: moving
      participation: { mode: parallel, active: 3, limits: [ { count: 9, per: PT1H } ] }
      entry: [ { when: [["event a"]], to: one } ]
      nodes:
        one: { actions: [ { push: {} }, { sms: {} } ] }
        two: { strategy: parallel, actions: [ { push: { id: p } }, { sms: { id: s } } ] }
        three: { strategy: priority, actions: [ { broken: {} }, { mail: {} } ] }
      edges:
        - { from: one, to: two, when: [["event b", "after PT10M"]] }
        - { from: two, to: one, when: [["count(a) gte 2"]] }
        - { from: two, to: three, when: [["event c"], ["event b"]] }
      """;

  /** Something happens so many minutes after the start. */
  record Happening(int minute, String type, int value) {}

  @Property(tries = 200)
  void orderOfComingChangesNoCountWithinTheLateness(
      @ForAll("withinAnHour") List<Happening> happenings) {
    // given
    var inOrder = new ArrayList<>(happenings);
    inOrder.sort(Comparator.comparingInt(Happening::minute));
    // when
    Map<String, Measure> asTheyCame = measures(happenings);
    Map<String, Measure> asTheyHappened = measures(inOrder);
    // then
    assertThat(values(asTheyCame)).isEqualTo(values(asTheyHappened));
  }

  @Property(tries = 200)
  void namesEveryOrderOnce(@ForAll("whatever") List<Happening> happenings) {
    // when
    Scenario scenario = run(MOVING, happenings);
    scenario.elapse(Duration.ofDays(1));
    // then
    List<OrderKey> keys = scenario.orders().stream().map(Order::key).toList();
    assertThat(new HashSet<>(keys)).hasSameSizeAs(keys);
  }

  @Property(tries = 200)
  void neverTurnsTheClockBack(@ForAll("whatever") List<Happening> happenings) {
    // when
    Scenario scenario = run(MOVING, happenings);
    scenario.elapse(Duration.ofDays(1));
    // then
    assertThat(scenario.facts()).extracting(Fact::at).isSorted();
  }

  @Provide
  Arbitrary<List<Happening>> withinAnHour() {
    return happenings(Arbitraries.integers().between(0, 60))
        .filter(StateControlProperties::timesDiffer);
  }

  @Provide
  Arbitrary<List<Happening>> whatever() {
    return happenings(Arbitraries.integers().between(0, 300));
  }

  private static Arbitrary<List<Happening>> happenings(Arbitrary<Integer> minutes) {
    return Combinators.combine(
            minutes, Arbitraries.of("a", "b", "c"), Arbitraries.integers().between(0, 9))
        .as(Happening::new)
        .list()
        .ofMaxSize(12);
  }

  private static boolean timesDiffer(List<Happening> happenings) {
    return happenings.stream().map(Happening::minute).distinct().count() == happenings.size();
  }

  private static Scenario run(String campaign, List<Happening> happenings) {
    Scenario scenario = Scenario.given(campaign);
    for (Happening happening : happenings) {
      scenario.happens(
          Scenario.START.plus(Duration.ofMinutes(happening.minute())),
          happening.type(),
          Map.of("x", BigDecimal.valueOf(happening.value(), 1)));
    }
    return scenario;
  }

  private static Map<String, Measure> measures(List<Happening> happenings) {
    var all = new ArrayList<Happening>();
    all.add(new Happening(0, "start", 0));
    all.addAll(happenings);
    all.add(new Happening(60, "b", 0));
    return run(COUNTING, all).state().participations().getFirst().measures();
  }

  /** Windows keep what they count in the order it came; the order is nothing to their value. */
  private static Map<String, Object> values(Map<String, Measure> measures) {
    Map<String, Object> values = new TreeMap<>();
    measures.forEach(
        (name, measure) ->
            values.put(
                name,
                measure instanceof Measure.Window window
                    ? window.samples().stream()
                        .filter(sample -> leavesLater(name, sample))
                        .sorted(Comparator.comparing(Measure.Sample::time))
                        .toList()
                    : measure));
    return values;
  }

  private static boolean leavesLater(String name, Measure.Sample sample) {
    Duration within = Duration.parse(name.substring(name.lastIndexOf(' ') + 1));
    return sample.time().plus(within).isAfter(Scenario.START.plus(Duration.ofMinutes(60)));
  }
}
