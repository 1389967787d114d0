package dev.campanile.engine.state;

import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Which part of the past a limit or a frequency cap still counts. */
final class Periods {

  /** Longer than any calendar period, whatever the zone. */
  static final Duration LONGEST_CALENDAR = Duration.ofDays(33);

  /** No two zones are further apart. */
  private static final Duration ZONES = Duration.ofDays(2);

  private Periods() {}

  /** Whether something of then counts now, on the user's clock. */
  static boolean counts(Per per, Instant then, Instant now, ZoneId zone) {
    return switch (per) {
      case Per.Sliding(var span) -> span.after(then, zone).isAfter(now);
      case Per.Calendar(var unit) -> period(unit, then, zone).equals(period(unit, now, zone));
      case Per.All all -> throw new IllegalStateException("Expected a period of one user.");
    };
  }

  /** Whether it may still count now or later, whatever the user's clock. */
  static boolean mayCount(Per per, Instant then, Instant now) {
    return switch (per) {
      case Per.Sliding(var span) -> span.after(then, ZoneOffset.UTC).plus(ZONES).isAfter(now);
      case Per.Calendar calendar -> then.plus(LONGEST_CALENDAR).isAfter(now);
      case Per.All all -> false;
    };
  }

  /** The first day of the calendar period that holds an instant. */
  private static LocalDate period(Unit unit, Instant instant, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return switch (unit) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
