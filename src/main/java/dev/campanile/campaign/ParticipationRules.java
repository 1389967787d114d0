package dev.campanile.campaign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How often and how many times at once one user may take part. */
public record ParticipationRules(
    Mode mode, OptionalInt active, Optional<Path> key, List<Limit> limits, ReEntry reEntry) {

  /** One active participation at a time, or several. */
  public enum Mode {
    SERIAL,
    PARALLEL
  }

  /** At most {@code count} entries per period. */
  public record Limit(int count, Per per) {}

  /** The period of a limit. */
  public sealed interface Per {

    /** Slides: the entries of (t − span, t]. */
    record Sliding(Span span) implements Per {}

    /** The calendar period of the user's zone that holds t. */
    record Calendar(Unit unit) implements Per {}

    /** Over all users, for ever. */
    record All() implements Per {}
  }

  /** A calendar period; weeks begin on Monday. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH
  }

  /** Whether a user may enter again after a participation ended. */
  public sealed interface ReEntry {

    record Always() implements ReEntry {}

    record Never() implements ReEntry {}

    /** From {@code end + span} on. */
    record Waiting(Span span) implements ReEntry {}
  }

  public static final ParticipationRules DEFAULT =
      new ParticipationRules(
          Mode.SERIAL, OptionalInt.empty(), Optional.empty(), List.of(), new ReEntry.Always());

  public ParticipationRules {
    limits = List.copyOf(limits);
  }

  /** The limits that count one user's entries. */
  public List<Limit> perUser() {
    return limits.stream().filter(limit -> !(limit.per() instanceof Per.All)).toList();
  }

  /** How many entries there may be over all users, for ever. */
  public OptionalInt total() {
    return limits.stream()
        .filter(limit -> limit.per() instanceof Per.All)
        .mapToInt(Limit::count)
        .min();
  }
}
