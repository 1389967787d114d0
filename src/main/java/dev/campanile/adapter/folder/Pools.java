package dev.campanile.adapter.folder;

import dev.campanile.campaign.Violation;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Fills the coupon pools that {@code pools.yaml} asks for. */
@FunctionalInterface
public interface Pools {

  /**
   * What is wrong with the text; where nothing is, all pools that it names exist on return.
   *
   * @param filled hears of each that did not
   */
  List<Violation> ensure(String text, Consumer<String> filled, Instant now);
}
