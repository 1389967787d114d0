package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import java.time.Instant;
import java.time.ZoneId;

/** When deadlines fall due. */
final class Deadlines {

  private Deadlines() {}

  static Instant due(Deadline deadline, Instant arrival, ZoneId userZone) {
    return switch (deadline) {
      case Condition.After after -> after.span().after(arrival, userZone);
      case Condition.At at -> throw unexecuted(at);
      case Condition.On on -> throw unexecuted(on);
      case Condition.Dwell dwell -> throw unexecuted(dwell);
    };
  }

  private static IllegalStateException unexecuted(Deadline deadline) {
    return new IllegalStateException("Expected publishing to have refused '" + deadline + "'.");
  }
}
