package dev.campanile.adapter.folder;

import dev.campanile.campaign.Violation;
import java.time.Instant;
import java.util.List;

/** Fills the coupon pools that {@code pools.yaml} asks for. */
@FunctionalInterface
public interface Pools {

  /** What is wrong with the text; where nothing is, all pools that it names exist on return. */
  List<Violation> ensure(String text, Instant now);
}
