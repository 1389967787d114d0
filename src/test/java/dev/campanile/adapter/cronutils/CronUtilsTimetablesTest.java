package dev.campanile.adapter.cronutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronUtilsTimetablesTest {

  private static final LocalDateTime BEGIN = LocalDateTime.parse("2026-03-02T00:00");

  private final CronUtilsTimetables timetables = new CronUtilsTimetables();

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "0 9 * * MON ~ 2026-03-02T09:00",
        "0 9 * * mon-fri ~ 2026-03-02T09:00",
        "0 9 * * 0 ~ 2026-03-08T09:00",
        "0 9 * * 7 ~ 2026-03-08T09:00",
        "0 9 * * SUN ~ 2026-03-08T09:00",
        "0 9 13 * FRI ~ 2026-03-06T09:00",
        "0 9 */7 * FRI ~ 2026-03-06T09:00",
        "*/20 * * * * ~ 2026-03-02T00:20",
        "5/20 * * * * ~ 2026-03-02T00:05",
        "0 0 2 3 * ~ 2027-03-02T00:00",
        "0 0 29 2 * ~ 2028-02-29T00:00",
        "30 23 31 DEC * ~ 2026-12-31T23:30"
      })
  void knowsTheNextTime(String expression, LocalDateTime next) {
    // when
    Optional<LocalDateTime> after = timetables.read(expression).after(BEGIN);
    // then
    assertThat(after).contains(next);
  }

  @Test
  void hasNoneForDaysThatNoMonthHas() {
    // when
    Optional<LocalDateTime> after = timetables.read("0 0 31 2,4 *").after(BEGIN);
    // then
    assertThat(after).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:59:59.999999999, 2026-03-02T09:00",
    "2026-03-02T09:00, 2026-03-03T09:00",
    "2026-03-02T09:00:00.000000001, 2026-03-03T09:00",
    "2026-03-02T08:59:30, 2026-03-02T09:00"
  })
  void isStrictlyAfterToTheNanosecond(LocalDateTime from, LocalDateTime next) {
    // when
    Optional<LocalDateTime> after = timetables.read("0 9 * * *").after(from);
    // then
    assertThat(after).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // spring in Paris: 2:00 is 3:00
        "30 2 * * * ~ Europe/Paris ~ 2026-03-28T12:00:00Z ~ 2026-03-29T01:00:00Z",
        "*/20 2 * * * ~ Europe/Paris ~ 2026-03-29T00:59:00Z ~ 2026-03-29T01:00:00Z",
        "*/20 2 * * * ~ Europe/Paris ~ 2026-03-29T01:00:00Z ~ 2026-03-30T00:00:00Z",
        // autumn: 2:30 occurs twice
        "30 2 * * * ~ Europe/Paris ~ 2026-10-24T12:00:00Z ~ 2026-10-25T00:30:00Z",
        "30 2 * * * ~ Europe/Paris ~ 2026-10-25T00:30:00Z ~ 2026-10-26T01:30:00Z",
        "*/30 * * * * ~ Europe/Paris ~ 2026-10-25T00:30:00Z ~ 2026-10-25T02:00:00Z"
      })
  void readsItsTimesOnAClockThatIsChanged(
      String expression, ZoneId zone, Instant from, Instant next) {
    // when
    Optional<Instant> after = timetables.read(expression).after(from, zone);
    // then
    assertThat(after).contains(next);
  }

  @Test
  void lastsThroughFebruariesOfCenturies() {
    // when
    Optional<LocalDateTime> after =
        timetables.read("0 0 29 2 *").after(LocalDateTime.parse("2096-02-29T00:00"));
    // then
    assertThat(after).contains(LocalDateTime.parse("2104-02-29T00:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "60 * * * * ~ value 60 not in range [0, 59]",
        "0 9 L * * ~ invalid chars in expression! Expression: L Invalid chars: L",
        "0 9 * * FRI-MON ~ invalid range! [5,1]",
        "0|30 9 * * * ~ alternatives are no part of the five-field form",
        "@daily ~ nicknames not supported!"
      })
  void refusesWithReason(String expression, String reason) {
    assertThatThrownBy(() -> timetables.read(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Property(tries = 300)
  void agreesWithLookingAtEveryMinute(@ForAll("expressions") List<String> fields) {
    // given
    String expression = String.join(" ", fields);
    // when
    Optional<LocalDateTime> after = timetables.read(expression).after(BEGIN);
    // then
    assertThat(after.filter(BEGIN.plusDays(40)::isAfter))
        .as(expression)
        .isEqualTo(firstMinute(fields));
  }

  @Provide
  Arbitrary<List<String>> expressions() {
    return Combinators.combine(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 7))
        .as(List::of);
  }

  private static Arbitrary<String> field(int first, int last) {
    Arbitrary<Integer> number = Arbitraries.integers().between(first, last);
    Arbitrary<String> ranges =
        Combinators.combine(number, number).as((a, b) -> Math.min(a, b) + "-" + Math.max(a, b));
    Arbitrary<String> steps =
        Combinators.combine(
                Arbitraries.oneOf(Arbitraries.just("*"), ranges),
                Arbitraries.integers().between(1, 6))
            .as((range, step) -> range + "/" + step);
    Arbitrary<String> one = Arbitraries.oneOf(number.map(String::valueOf), ranges, steps);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.just("*")),
        Tuple.of(2, one.list().ofMinSize(1).ofMaxSize(3).map(l -> String.join(",", l))));
  }

  private static Optional<LocalDateTime> firstMinute(List<String> fields) {
    for (var at = BEGIN.plusMinutes(1); at.isBefore(BEGIN.plusDays(40)); at = at.plusMinutes(1)) {
      if (names(fields, at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static boolean names(List<String> fields, LocalDateTime at) {
    int weekday = at.getDayOfWeek().getValue();
    boolean date = has(fields.get(2), at.getDayOfMonth(), 1, 31);
    boolean week = has(fields.get(4), weekday, 0, 7) || weekday == 7 && has(fields.get(4), 0, 0, 7);
    boolean either = restricts(fields.get(2)) && restricts(fields.get(4));
    return has(fields.get(0), at.getMinute(), 0, 59)
        && has(fields.get(1), at.getHour(), 0, 23)
        && has(fields.get(3), at.getMonthValue(), 1, 12)
        && (either ? date || week : date && week);
  }

  private static boolean restricts(String field) {
    return !field.equals("*") && !field.equals("*/1");
  }

  private static boolean has(String field, int value, int first, int last) {
    return Arrays.stream(field.split(",")).anyMatch(part -> hasPart(part, value, first, last));
  }

  private static boolean hasPart(String part, int value, int first, int last) {
    String[] stepped = part.split("/");
    String[] ends =
        stepped[0].equals("*") ? new String[] {first + "", last + ""} : stepped[0].split("-");
    int from = Integer.parseInt(ends[0]);
    int to = Integer.parseInt(ends[ends.length - 1]);
    int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
    return value >= from && value <= to && (value - from) % step == 0;
  }
}
