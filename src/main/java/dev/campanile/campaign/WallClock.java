package dev.campanile.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What instant a local time is, also on the days on which clocks are changed. */
public final class WallClock {

  private WallClock() {}

  /**
   * The first instant of a local time that occurs twice; the next valid one for a local time that
   * never occurs.
   */
  public static Instant instant(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }
}
