package dev.campanile.engine.plan;

import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Participation.Status;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of a participation when a version is published.
 *
 * @param version the version that it is in then
 * @param node where it is then, or has ended
 * @param ended how it ended, where it did
 * @param orders what it is given at once, such as {@code push} or {@code push withheld (capped)}
 */
public record Prospect(
    Fate fate, int version, NodeId node, Optional<Status> ended, List<String> orders) {

  /** What becomes of it, in a word. */
  public enum Fate {
    /** It finishes on its version. */
    STAYS,
    /** It goes on under the new version and waits there. */
    WAITS,
    /** It moves on at once. */
    MOVES,
    /** It ends at once. */
    ENDS
  }

  public Prospect {
    orders = List.copyOf(orders);
  }

  static String label(Order order) {
    return switch (order.delivery()) {
      case Delivery.Now now -> order.kind();
      case Delivery.Held held -> order.kind() + " held";
      case Delivery.Withheld withheld ->
          "%s withheld (%s)"
              .formatted(order.kind(), withheld.cause().name().toLowerCase(Locale.ROOT));
    };
  }
}
