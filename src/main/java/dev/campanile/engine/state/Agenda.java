package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What time alone gives cause to judge, and in which order; what pauses hold back comes later. */
record Agenda(RuleBook book) {

  /** What falls due first; at one instant the oldest participation, then entries. */
  Optional<Due> next(
      List<Participation> participations,
      Map<CampaignId, Memory> memories,
      Predicate<Instant> within) {
    @Nullable Due next = null;
    for (Participation one : participations) {
      if (moves(one) && one.wakeAt().isPresent() && within.test(wakes(one))) {
        next = Due.earlier(next, waiting(one));
      }
    }
    for (var memory : memories.entrySet()) {
      CampaignId campaign = memory.getKey();
      if (memory.getValue().wakeAt().isPresent() && opens(campaign)) {
        Instant at = wakes(campaign, memory.getValue());
        next = within.test(at) ? Due.earlier(next, new Due.Opening(at, campaign)) : next;
      }
    }
    return Optional.ofNullable(dated(next, memories, within));
  }

  /** Dates come where launches do, after the deadlines of their instant. */
  private @Nullable Due dated(
      @Nullable Due other, Map<CampaignId, Memory> memories, Predicate<Instant> within) {
    @Nullable Due next = other;
    for (Doors.Door door : book.doors().dated()) {
      CampaignId campaign = door.machine().key().id();
      Memory memory = memories.getOrDefault(campaign, Memory.NOTHING);
      Optional<Instant> at = comes(door, memory).filter(within);
      if (at.isPresent() && book.running(campaign)) {
        next = Due.earlier(next, new Due.Dated(at.get(), campaign));
      }
    }
    return next;
  }

  /** The end of the pause that has held back what was due by an instant. */
  Optional<Instant> heldBack(Turn turn, Instant due) {
    Stream<Instant> participations =
        turn.participations().stream()
            .filter(one -> moves(one) && isDue(one.wakeAt(), due))
            .map(this::wakes);
    Stream<Instant> entries =
        turn.memories().entrySet().stream()
            .filter(entry -> opens(entry.getKey()) && isDue(entry.getValue().wakeAt(), due))
            .map(entry -> wakes(entry.getKey(), entry.getValue()));
    Stream<Instant> dates =
        book.doors().dated().stream()
            .filter(door -> book.running(door.machine().key().id()))
            .filter(door -> isDue(memory(turn, door).reached().due(), due))
            .flatMap(door -> comes(door, memory(turn, door)).stream());
    return Stream.of(participations, entries, dates).flatMap(all -> all).max(Instant::compareTo);
  }

  private static Memory memory(Turn turn, Doors.Door door) {
    return turn.memory(door.machine().key().id());
  }

  private static boolean isDue(Optional<Instant> wakeAt, Instant due) {
    return wakeAt.filter(at -> !at.isAfter(due)).isPresent();
  }

  /** At the end of the schedule everything else that is due is judged first. */
  private Due waiting(Participation one) {
    Instant at = wakes(one);
    return one.timedTo().isBefore(at) ? new Due.Waiting(at, one) : new Due.Closing(at, one);
  }

  /** When it wakes: after the pause in which it would have. */
  private Instant wakes(Participation one) {
    Machine machine = book.machine(one.campaign()).orElseThrow();
    return book.pauses(machine).over(one.wakeAt().orElseThrow());
  }

  private Instant wakes(CampaignId campaign, Memory memory) {
    Machine machine = book.doors().of(campaign).orElseThrow().machine();
    return book.pauses(machine).over(memory.wakeAt().orElseThrow());
  }

  /** When the next date comes. */
  private Optional<Instant> comes(Doors.Door door, Memory memory) {
    return memory.reached().due().map(book.pauses(door.machine())::over);
  }

  private boolean opens(CampaignId campaign) {
    return book.running(campaign) && book.doors().of(campaign).isPresent();
  }

  /** Whether a participation goes on. */
  boolean moves(Participation participation) {
    return isInside(participation) && book.running(participation.campaign().id());
  }

  /** Whether a pause holds it back. */
  boolean isHeldBack(Participation participation) {
    return isInside(participation) && !book.running(participation.campaign().id());
  }

  private boolean isInside(Participation participation) {
    return participation.active() && book.machine(participation.campaign()).isPresent();
  }
}
