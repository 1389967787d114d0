package dev.campanile.translator.logic;

import dev.campanile.campaign.Path;
import dev.campanile.translator.logic.Domain.Other;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One way in which a formula can hold, for people. */
public final class Example {

  private final Map<Subject, Known> known;

  Example(Map<Subject, Known> known) {
    this.known = known;
  }

  /** The attributes of such a user, as {@code user.tier missing}; sorted. */
  public List<String> profile() {
    return known.entrySet().stream()
        .flatMap(
            entry ->
                entry.getKey() instanceof Subject.Profile(var path)
                    ? text(path, entry.getValue())
                    : Stream.<String>empty())
        .sorted()
        .toList();
  }

  private static Stream<String> text(Path path, Known value) {
    Domain domain = value.domain();
    if (domain.has(Other.MISSING) && value.passed().isEmpty()) {
      return Stream.of("user." + path + " missing");
    }
    return value.passed().isEmpty() && value.failed().isEmpty()
        ? number(domain).map(number -> "user." + path + " eq " + number.toPlainString())
        : Stream.empty();
  }

  private static Stream<BigDecimal> number(Domain domain) {
    return domain.numbers().cuts().stream()
        .map(NumberCut::number)
        .flatMap(n -> Stream.of(n, n.subtract(BigDecimal.ONE), n.add(BigDecimal.ONE)))
        .filter(n -> !domain.and(Domain.only(n)).isNone())
        .limit(1);
  }
}
