package dev.campanile.engine.state;

import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Trigger;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of [0, 100 %) that the splits of a trigger take: consecutive, in the order written;
 * equal ones are one.
 *
 * @param parts by percentage
 * @param end where the parts of the next trigger begin
 */
public record Splits(Map<BigDecimal, Part> parts, BigDecimal end) {

  /** From a percentage, included, to another, excluded. */
  public record Part(BigDecimal from, BigDecimal to) {}

  /** No splits yet. */
  public static final Splits NONE = new Splits(Map.of(), BigDecimal.ZERO);

  /** Those of a trigger, after those of the triggers ranked above it. */
  public static Splits of(Trigger trigger, BigDecimal begin) {
    Map<BigDecimal, Part> parts = new LinkedHashMap<>();
    BigDecimal[] end = {begin};
    trigger
        .written()
        .forEachLeaf(
            condition -> {
              if (condition instanceof Split(BigDecimal percent) && !parts.containsKey(percent)) {
                parts.put(percent, new Part(end[0], end[0].add(percent)));
                end[0] = end[0].add(percent);
              }
            });
    return new Splits(Map.copyOf(parts), end[0]);
  }

  public Part of(Split split) {
    return parts.get(split.percent());
  }
}
