package dev.campanile.engine.backtest;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.state.Order;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What actions answer where none is performed: enough for the references that campaigns make to it.
 */
final class Answers {

  private static final int CODE_LENGTH = 12;

  private Answers() {}

  static Attributes to(Order order) {
    return order.kind().equals("coupon")
        ? new Attributes(Map.of("code", code(order)))
        : Attributes.NONE;
  }

  /**
   * Derived from the order's key, so that every run gives the same code and no two orders share
   * one.
   */
  private static String code(Order order) {
    UUID digest = UUID.nameUUIDFromBytes(order.key().toString().getBytes(StandardCharsets.UTF_8));
    return digest.toString().replace("-", "").substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT);
  }
}
