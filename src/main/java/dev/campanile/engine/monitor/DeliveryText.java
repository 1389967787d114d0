package dev.campanile.engine.monitor;

import dev.campanile.engine.state.Delivery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** How an order is delivered, for people to read. */
public final class DeliveryText {

  private DeliveryText() {}

  /** Empty where it is performed at once; else what stands behind the order, in brackets. */
  public static String of(Delivery delivery, ZoneId zone) {
    return switch (delivery) {
      case Delivery.Now now -> "";
      case Delivery.Held(Instant until) ->
          " (held until %s)".formatted(until.atZone(zone).toOffsetDateTime());
      case Delivery.Withheld(Delivery.Cause cause) -> " (withheld: %s)".formatted(word(cause));
    };
  }

  /** A cause as reports and scenarios write it. */
  public static String word(Delivery.Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }
}
