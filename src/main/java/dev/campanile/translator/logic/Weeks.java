package dev.campanile.translator.logic;

import dev.campanile.campaign.Condition.During;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours as parts of a week. Clocks that leap or go back move openings and closings alike, never one
 * past another: hours that have no part of the week in common are never on together.
 */
final class Weeks {

  private static final BigDecimal DAY = nanos(LocalTime.MAX).add(BigDecimal.ONE);
  private static final BigDecimal WEEK = DAY.multiply(BigDecimal.valueOf(7));

  static final Ranges<NumberCut> WHOLE = between(BigDecimal.ZERO, WEEK);

  private Weeks() {}

  /** When the hours are on, counted from the beginning of Monday. */
  static Ranges<NumberCut> open(During during) {
    Set<DayOfWeek> days = during.days().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : during.days();
    return days.stream().map(day -> open(during, day)).reduce(Ranges.none(), Ranges::or);
  }

  private static Ranges<NumberCut> open(During during, DayOfWeek day) {
    BigDecimal midnight = DAY.multiply(BigDecimal.valueOf(day.getValue() - 1L));
    boolean overnight = !during.closes().isAfter(during.opens());
    BigDecimal opens = midnight.add(nanos(during.opens()));
    BigDecimal closes = midnight.add(nanos(during.closes())).add(overnight ? DAY : BigDecimal.ZERO);
    return between(opens, closes.min(WEEK))
        .or(between(BigDecimal.ZERO, closes.subtract(WEEK).max(BigDecimal.ZERO)));
  }

  private static BigDecimal nanos(LocalTime time) {
    return BigDecimal.valueOf(time.toNanoOfDay());
  }

  private static Ranges<NumberCut> between(BigDecimal from, BigDecimal to) {
    return Ranges.between(NumberCut.below(from), NumberCut.below(to));
  }
}
