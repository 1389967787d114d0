package dev.campanile.engine.rule;

import dev.campanile.campaign.Condition.ClockOf;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What time it is, and on whose clocks.
 *
 * @param schedule the zone of the campaign's schedule, in which a bare date or local time is read
 * @param user the zone of the user as the profile has it now
 */
public record Timepiece(Instant now, ZoneId schedule, ZoneId user) {

  public ZoneId zone(ClockOf whose) {
    return switch (whose) {
      case SCHEDULE -> schedule;
      case USER -> user;
    };
  }
}
