package dev.campanile.campaign;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the campaign is for: reached by entry + {@code within}; a control group gets no orders
 * performed.
 */
public record Goal(
    Trigger when, Optional<Span> within, boolean exit, Optional<BigDecimal> controlPercent) {

  public Goal {
    controlPercent = controlPercent.map(Decimals::shortest);
  }
}
