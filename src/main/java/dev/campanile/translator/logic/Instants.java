package dev.campanile.translator.logic;

import dev.campanile.campaign.Operand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants of comparisons, whose zone is not known where they are local. */
final class Instants {

  /** No zone is further from UTC, and none leaps further. */
  private static final Duration FURTHEST = Duration.ofHours(18);

  private record Written(Instant instant, boolean exact) {

    Instant earliest() {
      return exact ? instant : instant.minus(FURTHEST);
    }

    Instant latest() {
      return exact ? instant : instant.plus(FURTHEST);
    }
  }

  private Instants() {}

  /** Whether the first is at or after the second in every zone. */
  static boolean certainlyNotBefore(Operand first, Operand second) {
    if (!(first instanceof Operand.Literal(String one))
        || !(second instanceof Operand.Literal(String other))) {
      return false;
    }
    if (one.equals(other)) {
      return true;
    }
    Written left = written(one);
    Written right = written(other);
    if (!left.exact() && !right.exact()) {
      return !left.instant().isBefore(right.instant().plus(Duration.ofDays(1)));
    }
    return !left.earliest().isBefore(right.latest());
  }

  private static Written written(String text) {
    if (text.length() <= "2026-12-24".length()) {
      return new Written(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC), false);
    }
    boolean exact = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 7;
    return exact
        ? new Written(OffsetDateTime.parse(text).toInstant(), true)
        : new Written(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC), false);
  }
}
