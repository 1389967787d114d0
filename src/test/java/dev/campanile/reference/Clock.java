package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A clock on the wall. "Local times: computed as wall clock, then" brought to instants; "several
 * local times falling into one gap are one instant".
 */
record Clock(ZoneId zone) {

  /** As rare as something by the clock can be: 29 February, over 2100. */
  private static final int YEARS = 9;

  private static final Map<String, CronTab> TABS = new HashMap<>();

  /** From when to when something by the clock is on. */
  record Interval(Instant opens, Instant closes) {

    boolean has(Instant at) {
      return !at.isBefore(opens) && at.isBefore(closes);
    }

    /** Nothing is on that a gap swallows whole. */
    private boolean isOn() {
      return opens.isBefore(closes);
    }
  }

  /** "In the schedule's zone unless user is written." */
  static Clock of(ClockOf whose, Schedule schedule, Attributes profile) {
    return new Clock(
        whose == ClockOf.USER ? Calendar.zone(profile, schedule) : Calendar.zone(schedule));
  }

  /** The instants of a time of day, in order, from some before {@code around} on. */
  Stream<Instant> daily(LocalTime time, Instant around) {
    return days(around).map(day -> Calendar.instant(day.atTime(time), zone)).distinct();
  }

  /** The instants of a cron expression, in order, from some before {@code around} on. */
  Stream<Instant> cron(String expression, Instant around) {
    CronTab tab = TABS.computeIfAbsent(expression, CronTab::new);
    return days(around)
        .flatMap(day -> tab.of(day).stream())
        .map(local -> Calendar.instant(local, zone))
        .distinct();
  }

  /**
   * "Excludes its closing time, may run overnight (the weekday is that of the opening)"; "a gate
   * that a gap swallows: opening moved to the transition instant".
   *
   * @param weekdays of the opening; none for all
   */
  Stream<Interval> intervals(
      LocalTime opens, LocalTime closes, Set<DayOfWeek> weekdays, Instant around) {
    int overnight = closes.isAfter(opens) ? 0 : 1;
    return days(around)
        .filter(day -> weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
        .map(
            day ->
                new Interval(
                    Calendar.instant(day.atTime(opens), zone),
                    Calendar.instant(day.plusDays(overnight).atTime(closes), zone)))
        .filter(Interval::isOn);
  }

  /** The interval that is on at an instant. */
  Optional<Interval> on(LocalTime opens, LocalTime closes, Set<DayOfWeek> weekdays, Instant at) {
    return intervals(opens, closes, weekdays, at)
        .takeWhile(interval -> !interval.opens().isAfter(at))
        .filter(interval -> interval.has(at))
        .findFirst();
  }

  private Stream<LocalDate> days(Instant around) {
    LocalDate first = around.atZone(zone).toLocalDate().minusDays(2);
    return first.datesUntil(first.plusYears(YEARS));
  }
}
