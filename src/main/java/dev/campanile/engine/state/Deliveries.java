package dev.campanile.engine.state;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.QuietHours;
import dev.campanile.engine.rule.Lot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When what is ordered now is to be performed, as far as its campaign alone decides: for control
 * groups never, in quiet hours later or never.
 */
final class Deliveries {

  private static final NodeId GOAL = new NodeId("goal");

  private final Turn turn;

  Deliveries(Turn turn) {
    this.turn = turn;
  }

  Delivery of(Machine machine, Action action) {
    if (isControl(machine)) {
      return new Delivery.Withheld(Delivery.Cause.CONTROL);
    }
    return action.isMessage()
        ? machine.graph().quietHours().map(quiet -> resting(machine, quiet)).orElse(Delivery.NOW)
        : Delivery.NOW;
  }

  private boolean isControl(Machine machine) {
    return machine
        .graph()
        .goal()
        .flatMap(Goal::controlPercent)
        .filter(percent -> lot(machine).isWithin(BigDecimal.ZERO, percent))
        .isPresent();
  }

  private Lot lot(Machine machine) {
    return Lot.of(machine.key().id(), GOAL, turn.before().user());
  }

  private Delivery resting(Machine machine, QuietHours quiet) {
    ZoneId zone =
        quiet.clock() == ClockOf.USER
            ? turn.userZone(machine)
            : turn.zones.ofSchedule(machine.graph());
    Optional<Instant> end = quiet.endAfter(turn.clock(), zone);
    return switch (quiet.then()) {
      case HOLD -> end.<Delivery>map(Delivery.Held::new).orElse(Delivery.NOW);
      case DROP -> end.isPresent() ? new Delivery.Withheld(Delivery.Cause.QUIET) : Delivery.NOW;
    };
  }
}
