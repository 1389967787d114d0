package dev.campanile.engine.state;

import dev.campanile.campaign.Event;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What an occasion leaves behind in a participation, whether or not it moves it. */
record Traces(Turn turn) {

  private static boolean counts(
      Machine machine, Participation participation, Occasion.Happened occasion) {
    Event event = occasion.event();
    return machine.at(participation.node()).counts(event, occasion.positioned())
        || machine.beside().counts(event, occasion.positioned());
  }

  /** With an event counted, and what it makes latch; the same where it is nothing to either. */
  Participation counted(Machine machine, Participation participation, Occasion.Happened occasion) {
    if (!counts(machine, participation, occasion)) {
      return participation;
    }
    Scene scene = Outlook.of(turn, machine, participation).scene(List.of(), occasion);
    var former = new Counting(participation.latched(), participation.measures());
    Counting now =
        former.with(occasion.event(), machine.at(participation.node()), scene, turn.now(machine));
    return with(participation, now, lasting(machine, participation, occasion));
  }

  /**
   * With what latches at an occasion; the same where nothing does.
   *
   * @param besideIt the occasion as goal and exit see it
   */
  Participation latched(
      Machine machine, Participation participation, Occasion at, Occasion besideIt) {
    Set<String> here =
        latching(
            machine.at(participation.node()),
            participation.latched(),
            () -> Outlook.of(turn, machine, participation).scene(List.of(), at));
    var now = new Counting(here, participation.measures());
    return with(participation, now, lasting(machine, participation, besideIt));
  }

  private static Participation with(
      Participation participation, Counting now, Set<String> lasting) {
    return now.changedFrom(new Counting(participation.latched(), participation.measures()))
            || lasting != participation.lasting()
        ? participation.counted(now.latched(), now.measures()).lasting(lasting)
        : participation;
  }

  private Set<String> lasting(Machine machine, Participation participation, Occasion occasion) {
    return latching(
        machine.beside(),
        participation.lasting(),
        () -> Outlook.beside(turn, machine, participation).scene(List.of(), occasion));
  }

  private static Set<String> latching(Stop stop, Set<String> former, Supplier<Scene> scene) {
    return stop.latching().isEmpty()
        ? former
        : new Counting(former, Map.of()).latching(stop, scene.get());
  }
}
