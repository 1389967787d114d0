package dev.campanile.translator.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Condition.During;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Hours that are said to exclude each other never are on together, whatever clocks do. */
final class HoursProperties {

  private static final long QUARTER = 900;

  /** Around changes of clocks, by quarters of an hour and a little before. */
  private static final List<Instant> CHANGES =
      List.of(
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-10-25T01:00:00Z"),
          Instant.parse("2011-12-30T10:00:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"));

  @Property(tries = 200)
  void areNeverOnTogetherWhereTheyExcludeEachOther(
      @ForAll("hours") During one, @ForAll("hours") During other, @ForAll("zones") ZoneId zone) {
    // when
    Verdict verdict = Search.decide(Formula.all(on(one, true), on(other, true)));
    Verdict inside = Search.decide(Formula.all(on(one, true), on(other, false)));
    // then
    for (Instant change : CHANGES) {
      for (long quarter = -300; quarter < 300; quarter++) {
        Instant at = change.plusSeconds(quarter * QUARTER);
        boolean first = one.hours().has(at, zone);
        boolean second = other.hours().has(at, zone);
        assertThat(verdict == Verdict.IMPOSSIBLE && first && second).isFalse();
        assertThat(inside == Verdict.IMPOSSIBLE && first && !second).isFalse();
      }
    }
  }

  private static Formula on(During during, boolean truth) {
    return new Formula.Fact(during, "", false, truth);
  }

  @Provide
  Arbitrary<During> hours() {
    Arbitrary<LocalTime> times =
        Arbitraries.integers().between(0, 95).map(q -> LocalTime.ofSecondOfDay(q * QUARTER));
    Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMaxSize(7);
    return Combinators.combine(times, times, days)
        .as((opens, closes, on) -> new During(opens, closes, on, ClockOf.SCHEDULE));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("Europe/Paris", "Pacific/Apia", "Australia/Lord_Howe", "Asia/Kolkata")
        .map(ZoneId::of);
  }
}
