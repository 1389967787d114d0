package dev.campanile.engine.state;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/** When deadlines fall due. */
final class Deadlines {

  private Deadlines() {}

  /**
   * @param since since when one has been in the area of a dwell
   * @return empty where it does not fall due as things stand
   */
  static Optional<Instant> due(
      Deadline deadline,
      Instant arrival,
      Function<Condition.Dwell, Optional<Instant>> since,
      ZoneId userZone) {
    return switch (deadline) {
      case Condition.After after -> Optional.of(after.span().after(arrival, userZone));
      case Condition.Dwell dwell ->
          since.apply(dwell).map(entered -> later(dwell.span().after(entered, userZone), arrival));
      case Condition.At at -> throw unexecuted(at);
      case Condition.On on -> throw unexecuted(on);
    };
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static IllegalStateException unexecuted(Deadline deadline) {
    return new IllegalStateException("Expected publishing to have refused '" + deadline + "'.");
  }
}
