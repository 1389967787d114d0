package dev.campanile.campaign;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When users may enter: {@code start} included, {@code end} excluded, each optional, on the
 * schedule's clock.
 */
public record Schedule(
    Optional<LocalDateTime> start,
    Optional<LocalDateTime> end,
    Optional<ZoneId> timezone,
    AtEnd atEnd) {

  /** What the end does to those who are inside. */
  public enum AtEnd {
    FINISH,
    STOP
  }

  public static final Schedule OPEN =
      new Schedule(Optional.empty(), Optional.empty(), Optional.empty(), AtEnd.FINISH);
}
