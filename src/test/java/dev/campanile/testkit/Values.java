package dev.campanile.testkit;

import dev.campanile.campaign.Path;
import dev.campanile.campaign.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any small value that a campaign file may hold, the nasty ones among them. */
public final class Values {

  private static final List<String> NASTY =
      List.of(
          "\") then System.exit(1); //",
          "it's",
          "''",
          "\"",
          "\\",
          "a\nb",
          "\t",
          "{user.name}",
          "{",
          "}",
          "[[a eq 1]]",
          "a && b || !c",
          "20",
          "-1.50",
          "true",
          "null",
          "~",
          "",
          " ",
          "# no comment",
          "key: value",
          "- item",
          "---",
          "&anchor",
          "*alias",
          "!tag",
          "%x",
          "@x",
          "`x`",
          "1e3",
          "2026-12-24",
          "20:00",
          "优惠",
          "🎁",
          "e\u0301",
          "\u00a0",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\u007f",
          "since",
          "where",
          "of");

  private Values() {}

  /** Text of up to twelve characters, without NUL and without halves of pairs. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .withCharRange('\u0001', '\ud7ff')
            .withCharRange('\ue000', '\ufffd')
            .ofMaxLength(12);
    Arbitrary<String> plain = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12);
    return Arbitraries.oneOf(Arbitraries.of(NASTY), plain, any);
  }

  public static Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .withChars('-', '_')
        .ofMinLength(1)
        .ofMaxLength(8)
        .filter(name -> Character.isLetterOrDigit(name.charAt(0)));
  }

  public static Arbitrary<BigDecimal> numbers() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000000000"), new BigDecimal("1000000000000"))
        .ofScale(6);
  }

  public static Arbitrary<BigDecimal> percents() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), BigDecimal.valueOf(100))
        .ofScale(2);
  }

  public static Arbitrary<Path> paths() {
    Arbitrary<String> segments =
        Arbitraries.oneOf(names(), texts().filter(text -> !text.isEmpty()));
    return segments.list().ofMinSize(1).ofMaxSize(3).map(Path::new);
  }

  public static Arbitrary<Span> spans() {
    Arbitrary<Period> dates =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 14),
                Arbitraries.integers().between(0, 40))
            .as(Period::of);
    Arbitrary<Duration> times = Arbitraries.integers().between(0, 200_000).map(Duration::ofSeconds);
    return Combinators.combine(dates, times)
        .filter((date, time) -> !(date.isZero() && time.isZero()))
        .as(Span::new);
  }

  public static Arbitrary<LocalTime> times() {
    return Arbitraries.integers().between(0, 24 * 60 * 60 - 1).map(LocalTime::ofSecondOfDay);
  }

  public static Arbitrary<LocalDateTime> dateTimes() {
    return Arbitraries.integers()
        .between(0, 40_000)
        .flatMap(
            day ->
                times().map(time -> LocalDateTime.of(1990, 1, 1, 0, 0).plusDays(day).with(time)));
  }
}
