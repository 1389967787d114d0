package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An entry by which an open campaign reaches out to its audience, with the instants at which it
 * does: its ticks, all of them inside the schedule.
 *
 * @param rank its rank among the entries, from 1
 * @param zone the clock that its times are read on
 * @param skipped the pauses whose ticks do not come any more
 */
public record Launch(
    Machine machine, int rank, Entry.Launch entry, ZoneId zone, List<Pause> skipped) {

  /** How far back the latest tick is looked for, step by step: most launches are not rare. */
  private static final List<Duration> BACK =
      List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32), Duration.ofDays(366));

  public CampaignId campaign() {
    return machine.key().id();
  }

  public String name() {
    return "entry-" + rank;
  }

  /** As it is written, in short. */
  public String text() {
    return entry
        .at()
        .map(at -> "launch at " + at)
        .orElseGet(
            () -> "launch cron '%s'".formatted(entry.cron().map(Timetable::expression).orElse("")));
  }

  /** The first tick after an instant. */
  public Optional<Instant> next(Instant after) {
    Instant from = opens().map(start -> start.minusNanos(1)).filter(after::isBefore).orElse(after);
    Optional<Instant> tick = after(from);
    while (tick.isPresent() && pause(tick.get()).isPresent()) {
      tick = after(pause(tick.get()).get().to().minusNanos(1));
    }
    return tick.filter(at -> closes().filter(end -> !at.isBefore(end)).isEmpty());
  }

  private Optional<Instant> after(Instant instant) {
    return entry
        .at()
        .map(at -> WallClock.instant(at, zone))
        .filter(instant::isBefore)
        .or(() -> entry.cron().flatMap(cron -> cron.after(instant, zone)));
  }

  private Optional<Pause> pause(Instant tick) {
    return skipped.stream().filter(pause -> pause.has(tick)).findFirst();
  }

  /** The last tick after one instant and not after another. */
  public Optional<Instant> latest(Instant after, Instant until) {
    for (Duration back : BACK) {
      Instant from = until.minus(back);
      Optional<Instant> latest = from.isAfter(after) ? last(from, until) : Optional.empty();
      if (latest.isPresent()) {
        return latest;
      }
    }
    return last(after, until);
  }

  /** Whether a campaign has the same launch in this place, with the same ticks. */
  public boolean isLikeIn(CampaignGraph other) {
    return other.entries().size() >= rank
        && other.entries().get(rank - 1) instanceof Entry.Launch that
        && that.cron().equals(entry.cron())
        && that.at().equals(entry.at())
        && other.schedule().timezone().equals(schedule().timezone());
  }

  /** When nobody enters any more. */
  public Optional<Instant> closes() {
    return schedule().end().map(end -> WallClock.instant(end, zone));
  }

  /** Whether it has this very tick. */
  public boolean ticksAt(Instant tick) {
    return next(tick.minusNanos(1)).equals(Optional.of(tick));
  }

  /** What tells a user of a tick. */
  public Signal.Launched telling(UserId user, Instant tick, Instant at) {
    return new Signal.Launched(user, machine.key(), rank, tick, at);
  }

  /** The place of its rule: it is no rule of the rule engine, which is asked about triggers. */
  Guard guard() {
    return Guard.ofLaunch(machine.key() + "/" + name(), entry.to());
  }

  private Optional<Instant> last(Instant after, Instant until) {
    Optional<Instant> last = Optional.empty();
    for (Optional<Instant> tick = next(after);
        tick.filter(at -> !at.isAfter(until)).isPresent();
        tick = next(tick.get())) {
      last = tick;
    }
    return last;
  }

  private Optional<Instant> opens() {
    return schedule().start().map(start -> WallClock.instant(start, zone));
  }

  private Schedule schedule() {
    return machine.graph().schedule();
  }
}
