package dev.campanile.engine.scenario;

import dev.campanile.campaign.Operator;
import dev.campanile.campaign.scenario.Expectation.Ordered;
import dev.campanile.engine.rule.Comparing;
import dev.campanile.engine.state.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order has the parameters that are expected. Values compare as conditions compare them;
 * of an object only what is named is looked at, a list is compared whole.
 */
final class OrderComparison {

  private final List<String> complaints = new ArrayList<>();

  private OrderComparison() {}

  static List<String> complaints(Ordered expected, String label, Order order) {
    var comparison = new OrderComparison();
    comparison.object(label, expected.parameters(), order.parameters().values());
    return comparison.complaints;
  }

  private void object(String path, Map<?, ?> expected, Map<?, ?> seen) {
    expected.forEach((key, value) -> value(path + "." + key, value, seen.get(key)));
  }

  private void value(String path, @Nullable Object expected, @Nullable Object seen) {
    if (expected instanceof Map<?, ?> wanted && seen instanceof Map<?, ?> there) {
      object(path, wanted, there);
    } else if (!same(expected, seen)) {
      complaints.add(
          "Expected %s to be %s, but it is %s."
              .formatted(path, Wording.value(expected), Wording.value(seen)));
    }
  }

  private static boolean same(@Nullable Object expected, @Nullable Object seen) {
    if (expected == null || seen == null) {
      return expected == null && seen == null;
    }
    if (expected instanceof List<?> wanted && seen instanceof List<?> there) {
      return sameItems(wanted, there);
    }
    return expected instanceof Map<?, ?> wanted && seen instanceof Map<?, ?> there
        ? wanted.keySet().equals(there.keySet())
            && wanted.keySet().stream().allMatch(key -> same(wanted.get(key), there.get(key)))
        : Comparing.holds(expected, Operator.EQ, seen);
  }

  private static boolean sameItems(List<?> expected, List<?> seen) {
    if (expected.size() != seen.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!same(expected.get(i), seen.get(i))) {
        return false;
      }
    }
    return true;
  }
}
