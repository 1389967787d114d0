package dev.campanile.engine.state;

import dev.campanile.campaign.Entry;
import dev.campanile.campaign.OnResume;
import dev.campanile.engine.state.Doors.Door;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All launches of a rule book: those of higher priority first, then as ranked. */
final class Launches {

  private final RuleBook book;
  private final List<Launch> all;

  private Launches(RuleBook book, List<Launch> all) {
    this.book = book;
    this.all = List.copyOf(all);
  }

  static Launches of(RuleBook book) {
    var zones = new Zones(book.conventions());
    List<Launch> all = new ArrayList<>();
    for (Door door : book.doors().all()) {
      List<Entry> entries = door.machine().graph().entries();
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i) instanceof Entry.Launch entry) {
          var zone = zones.ofSchedule(door.machine().graph());
          all.add(new Launch(door.machine(), i + 1, entry, zone, skipped(book, door)));
        }
      }
    }
    return new Launches(book, all);
  }

  private static List<Pause> skipped(RuleBook book, Door door) {
    Pauses pauses = book.pauses(door.machine());
    return pauses.then() == OnResume.SKIP ? pauses.all() : List.of();
  }

  List<Launch> all() {
    return all;
  }

  /** The launch that a signal speaks of; none where a later version has none like it. */
  Optional<Launch> of(Signal.Launched signal) {
    return all.stream()
        .filter(launch -> launch.campaign().equals(signal.campaign().id()))
        .filter(launch -> launch.rank() == signal.entry())
        .filter(launch -> launch.machine().key().version() >= signal.campaign().version())
        .filter(launch -> launch.ticksAt(signal.tick()))
        .findFirst();
  }

  /**
   * What the next launch will tell a user. Of ticks that have passed the latest alone counts.
   *
   * @param from ticks before it are none of the user's
   * @param now what is overdue comes now
   */
  Optional<Signal.Launched> next(UserState state, Instant from, Instant now) {
    Signal.@Nullable Launched first = null;
    for (Launch launch : all) {
      Optional<Signal.Launched> next = next(launch, state, from, now);
      if (next.isPresent() && (first == null || next.get().at().isBefore(first.at()))) {
        first = next.get();
      }
    }
    return Optional.ofNullable(first);
  }

  private Optional<Signal.Launched> next(
      Launch launch, UserState state, Instant from, Instant now) {
    if (!book.running(launch.campaign())) {
      return Optional.empty();
    }
    Memory memory = state.memories().getOrDefault(launch.campaign(), Memory.NOTHING);
    Instant had = memory.reached().launched().getOrDefault(launch.name(), Instant.MIN);
    Instant after = had.isBefore(from) ? from.minusNanos(1) : had;
    return launch
        .latest(after, now)
        .or(() -> launch.next(after))
        .map(tick -> telling(launch, state, tick, now));
  }

  /** What comes in a pause comes at its end, the latest of several alone. */
  private Signal.Launched telling(Launch launch, UserState state, Instant tick, Instant now) {
    Instant over = book.pauses(launch.machine()).over(tick);
    Instant at = over.isBefore(now) ? now : over;
    Instant latest = launch.latest(tick, over).orElse(tick);
    return launch.telling(state.user(), latest, at);
  }
}
