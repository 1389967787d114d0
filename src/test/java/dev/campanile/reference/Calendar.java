package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.ParticipationRules.Unit;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Zones, durations and periods. */
final class Calendar {

  private Calendar() {}

  /** "The user's zone is user.timezone (IANA), else the schedule's, else … UTC." */
  static ZoneId zone(Attributes profile, Schedule schedule) {
    Object written = profile.at(Path.of("timezone")).orElse("");
    try {
      return written instanceof String name && !name.isEmpty() ? ZoneId.of(name) : zone(schedule);
    } catch (DateTimeException unknown) {
      return zone(schedule);
    }
  }

  static ZoneId zone(Schedule schedule) {
    return schedule.timezone().orElse(ZoneOffset.UTC);
  }

  /**
   * "Date parts of durations … are in the user's zone (P1D is a local day, PT24H is exact)"; the
   * date part goes first.
   */
  static Instant plus(Instant start, Span span, ZoneId zone) {
    Instant dated =
        span.date().isZero()
            ? start
            : instant(start.atZone(zone).toLocalDateTime().plus(span.date()), zone);
    return dated.plus(span.time());
  }

  /**
   * "A local time that does not exist fires at the next valid instant, one that occurs twice fires
   * once, at its first."
   */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? zone.getRules().getTransition(local).getInstant()
        : local.toInstant(offsets.getFirst());
  }

  /** "(t − D, t]": what was at {@code then} is in it until then + D. */
  static boolean within(Instant then, Instant now, Span span, ZoneId zone) {
    return plus(then, span, zone).isAfter(now);
  }

  static boolean samePeriod(Instant one, Instant other, Unit unit, ZoneId zone) {
    return period(one, unit, zone).equals(period(other, unit, zone));
  }

  /** "Weeks begin on Monday." */
  private static Object period(Instant instant, Unit unit, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return switch (unit) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> YearMonth.from(day);
    };
  }

  /** "Start included, end excluded, each optional"; on the schedule's clock. */
  static boolean open(Schedule schedule, Instant at) {
    ZoneId zone = zone(schedule);
    return schedule.start().map(start -> !at.isBefore(instant(start, zone))).orElse(true)
        && schedule.end().map(end -> at.isBefore(instant(end, zone))).orElse(true);
  }
}
