package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Entry.Launch;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Schedule.AtEnd;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What campaigns do by themselves: launches, and the stop at the end of a schedule. */
final class Calls {

  sealed interface Call {

    Lobby lobby();

    Instant at();
  }

  /** A tick of an entry. */
  private record Tick(Lobby lobby, int rank, Instant at) implements Call {}

  private record Stop(Lobby lobby, Instant at) implements Call {}

  /** An entry that is a launch, counted from 1. */
  private record Door(CampaignGraph campaign, int rank) {}

  private final Journey journey;
  private final Instant start;
  private final Map<Door, Instant> latest = new HashMap<>();

  /**
   * @param start "ticks from the user's first known instant on"
   */
  Calls(Journey journey, Instant start) {
    this.journey = journey;
    this.start = start;
  }

  /** "At one instant: … launches, stop." */
  Optional<Call> next() {
    Stream<Call> ticks = journey.lobbies().stream().flatMap(this::ticks);
    Stream<Call> stops = journey.lobbies().stream().flatMap(this::stop);
    return Stream.concat(ticks, stops).min(Comparator.comparing(Call::at));
  }

  void come(Call call, Occasion now) {
    switch (call) {
      case Tick(Lobby lobby, int rank, Instant at) -> {
        latest.put(new Door(lobby.campaign(), rank), at);
        journey.launch(lobby, rank, now);
      }
      case Stop(Lobby lobby, Instant at) -> journey.stop(lobby.campaign(), now);
    }
  }

  private Stream<Call> ticks(Lobby lobby) {
    List<Entry> entries = lobby.campaign().entries();
    return IntStream.rangeClosed(1, entries.size())
        .filter(rank -> entries.get(rank - 1) instanceof Launch)
        .boxed()
        .flatMap(rank -> tick(lobby, rank, (Launch) entries.get(rank - 1)).stream());
  }

  /** The next tick: once, or by cron, on the schedule's clock; none outside the schedule. */
  private Optional<Call> tick(Lobby lobby, int rank, Launch launch) {
    Optional<Instant> last = Optional.ofNullable(latest.get(new Door(lobby.campaign(), rank)));
    var clock = new Clock(Calendar.zone(lobby.campaign().schedule()));
    Stream<Instant> ticks =
        launch
            .cron()
            .map(timetable -> clock.cron(timetable.expression(), last.orElse(start)))
            .orElseGet(() -> launch.at().stream().map(at -> Calendar.instant(at, clock.zone())));
    return ticks
        .filter(at -> !at.isBefore(start) && Calendar.open(lobby.campaign().schedule(), at))
        .filter(at -> last.filter(was -> !at.isAfter(was)).isEmpty())
        .findFirst()
        .map(at -> new Tick(lobby, rank, at));
  }

  /** "At the schedule's end, last of all at that instant, running participations end." */
  private Stream<Call> stop(Lobby lobby) {
    Schedule schedule = lobby.campaign().schedule();
    boolean stops =
        schedule.atEnd() == AtEnd.STOP
            && journey.hasActive(lobby.campaign())
            && !lobby.pauses().last();
    return schedule.end().stream()
        .filter(end -> stops)
        .map(end -> Calendar.instant(end, Calendar.zone(schedule)))
        .map(end -> new Stop(lobby, lobby.pauses().after(end)));
  }
}
