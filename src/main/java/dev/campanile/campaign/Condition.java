package dev.campanile.campaign;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * A cell of a trigger. Happenings hold at an instant, deadlines from an instant on, standings
 * whenever one looks.
 */
public sealed interface Condition {

  /** Holds at the instant at which it occurs. */
  sealed interface Happening extends Condition {}

  /** False until due, then true until the node is left. */
  sealed interface Deadline extends Condition {}

  /** Has a truth whenever one looks. */
  sealed interface Standing extends Condition {}

  /**
   * Whose clock a local time is read on: the schedule's, or the user's where {@code user} is
   * written.
   */
  enum ClockOf {
    SCHEDULE,
    USER
  }

  /** From where an aggregate without a window counts. */
  enum Since {
    NODE,
    ENTRY,
    EVER
  }

  /** What an aggregate makes of the events it reads. */
  enum Function {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX,
    DISTINCT
  }

  /** {@code event TYPE [where C]}. */
  record Occurs(String type, Cnf<Comparison> where) implements Happening {}

  /** {@code enter AREA}. */
  record Enters(Area area) implements Happening {}

  /** {@code exit AREA}. */
  record Exits(Area area) implements Happening {}

  /** {@code action ID succeeded} or {@code failed}. */
  record Settled(ActionId action, boolean succeeded) implements Happening {}

  /** {@code cron '0 9 * * *' [user]}: the five-field form. */
  record Cron(Timetable timetable, ClockOf clock) implements Happening {}

  /** {@code after D}: due D after the arrival at the node. */
  record After(Span span) implements Deadline {}

  /** {@code at 20:00 [user]}: the first such instant after the arrival. */
  record At(LocalTime time, ClockOf clock) implements Deadline {}

  /** {@code on 2026-12-24[T09:00] [user]}; a bare date is its midnight. */
  record On(LocalDate date, Optional<LocalTime> time, ClockOf clock) implements Deadline {

    public LocalDateTime instant() {
      return date.atTime(time.orElse(LocalTime.MIDNIGHT));
    }
  }

  /** {@code dwell D AREA}: due D after entering unless a position outside came first. */
  record Dwell(Span span, Area area) implements Deadline {}

  /** {@code FN([PATH of] TYPE [where C]) OP N [since …] [within D]}. */
  record Aggregate(Tally tally, Operator operator, Operand operand) implements Standing {}

  /** {@code user.PATH OP VALUE}; the path is without its {@code user.}. */
  record Profile(Comparison comparison) implements Standing {}

  /** {@code inside AREA}. */
  record Inside(Area area) implements Standing {}

  /**
   * {@code during 09:00-18:00 [MON-FRI] [user]}: excludes its closing time; may run overnight. No
   * days: every day.
   */
  record During(LocalTime opens, LocalTime closes, Set<DayOfWeek> days, ClockOf clock)
      implements Standing {

    public During {
      days = days.size() == DayOfWeek.values().length ? Set.of() : Set.copyOf(days);
    }

    public OpenHours hours() {
      return new OpenHours(opens, closes, days);
    }
  }

  /** {@code split 30%}. */
  record Split(BigDecimal percent) implements Standing {

    public Split {
      percent = Decimals.shortest(percent);
    }
  }

  /** {@code rules NAME}. */
  record Rules(String name) implements Standing {}

  /** {@code always}. */
  record Always() implements Standing {}

  /**
   * What an aggregate counts, apart from what its value is compared with; equal tallies are counted
   * once.
   */
  record Tally(
      Function function,
      Optional<Path> path,
      String type,
      Cnf<Comparison> where,
      Since since,
      Optional<Span> within) {

    Tally since(Since other) {
      return new Tally(function, path, type, where, other, within);
    }
  }
}
