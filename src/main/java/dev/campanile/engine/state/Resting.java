package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.rule.Occasion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What participations wait for while nothing happens to them. */
record Resting(Turn turn) {

  /** The participation as it waits: for what is to come, with what has come to stay. */
  Participation of(Machine machine, Participation participation) {
    Set<String> latched = Outlook.of(turn, machine, participation).latched();
    Participation here = participation.counted(latched, participation.measures());
    if (!machine.beside().guards().isEmpty()) {
      here = here.lasting(Outlook.beside(turn, machine, here).latched());
    }
    return here.waking(Outlook.earlier(nextWake(machine, here), closing(machine)));
  }

  /** When time gives cause to judge an edge, the goal or the exit. */
  Optional<Instant> nextWake(Machine machine, Participation here) {
    Optional<Instant> edges = Outlook.of(turn, machine, here).nextWake();
    return Outlook.earlier(edges, new Aims(turn).nextWake(machine, here));
  }

  private Optional<Instant> closing(Machine machine) {
    return machine
        .closing(turn.zones.ofSchedule(machine.graph()))
        .map(turn.book.pauses(machine)::over);
  }

  /** Whether an event that counts for nothing may change when time moves a user on. */
  boolean mayWakeAnew(Machine machine, Participation here, Occasion.Happened occasion) {
    return mayWakeAnew(machine.at(here.node()), occasion)
        || mayWakeAnew(machine.beside(), occasion);
  }

  private static boolean mayWakeAnew(Stop stop, Occasion.Happened occasion) {
    return occasion.positioned() && stop.dwells()
        // What is counted since ever is not of one key value.
        || stop.remembers(occasion.event());
  }

  /**
   * A pause holds back a participation, not the user: where one is, what has been counted since
   * ever and whose clock is read decide when time will move it on.
   */
  void lookAhead(Participation participation, Occasion.Happened occasion) {
    Machine machine = turn.machine(participation);
    if (mayWakeAnew(machine, participation, occasion)) {
      turn.put(of(machine, participation));
    }
  }

  /** The same where the profile has changed. */
  void lookAhead(Participation participation, Attributes before) {
    Machine machine = turn.machine(participation);
    if (changesClock(machine, before)) {
      turn.put(of(machine, onNewClock(machine, participation, before)));
    }
  }

  /** Whether the user's clock is another one since the profile has changed. */
  boolean changesClock(Machine machine, Attributes before) {
    return !turn.userZone(machine).equals(turn.zones.ofUser(before, machine.graph()));
  }

  /** What has fallen due stays due on another clock; what that has made past falls due now. */
  Participation onNewClock(Machine machine, Participation here, Attributes before) {
    ZoneId former = turn.zones.ofUser(before, machine.graph());
    return here.counted(Outlook.of(turn, machine, here).on(former).fallen(), here.measures())
        .lasting(Outlook.beside(turn, machine, here).on(former).fallen())
        .onClockFrom(turn.clock());
  }
}
