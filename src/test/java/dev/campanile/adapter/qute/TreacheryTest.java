package dev.campanile.adapter.qute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Templates.Reading;
import dev.campanile.testkit.Fillings;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What values and templates could do to break out, and do not. */
final class TreacheryTest {

  private static final int MEGABYTE = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{gift.code}",
        "{#for i in event.x}{/for}",
        "{{event.x}}",
        "\\{event.x}",
        "${event.x}",
        "{|",
        "{!",
        "{cdi:bean}"
      })
  void noValueIsReadAsATemplate(String value) {
    // given
    var fillings = Fillings.of(Map.of("x", value, "list", List.of(value)));
    // then
    assertThat(fillings.fill("a {event.x}")).isEqualTo("a " + value);
    assertThat(fillings.fill("{event.x}")).isEqualTo(value);
    assertThat(fillings.fill("{#each event.list}{it}{/each} {event.none ?: event.x}"))
        .isEqualTo(value + " " + value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          HTML,    `<script>&"'`, `&lt;script&gt;&amp;&quot;&#39;`
          PERCENT, `%2F../?a=b&c#d é+`, `%252F..%2F%3Fa%3Db%26c%23d%20%C3%A9%2B`
          LINE,    `a\r\nSet-Cookie: b\u0000\u0085\u2028c`, `a  Set-Cookie: b   c`
          NONE,    `<\r\n%`, `<\r\n%`
          """)
  void noValueIsMoreThanAValue(Escape escape, String value, String written) {
    // given
    var fillings = Fillings.of(Map.of("x", unescaped(value), "list", List.of(unescaped(value))));
    // then
    assertThat(fillings.fill("-{event.x}", escape)).isEqualTo("-" + unescaped(written));
    assertThat(fillings.fill("-{event.x.or('a')}", escape)).isEqualTo("-" + unescaped(written));
    assertThat(fillings.fill("-{event.list}", escape)).isEqualTo("-" + unescaped(written));
    assertThat(fillings.fill("{#each event.list}{it}{/each}", escape))
        .isEqualTo(unescaped(written));
  }

  @Test
  void aValueThatWouldNotFitIsLeftOut() {
    // given
    var fillings =
        Fillings.of(Map.of("x", "a".repeat(MEGABYTE), "n", new BigDecimal("1E+99999999")));
    // then
    assertThat(fillings.fill("Hi {event.x}, {event.x.upper()}{event.x.encoded()}bye"))
        .isEqualTo("Hi , bye");
    assertThat(fillings.fill("{event.n}|{event.n.round(2)}|{event.n.format('0')}|"))
        .isEqualTo("1E+99999999|||");
  }

  @Test
  void loopsEndAndTheirTextIsBounded() {
    // given
    var fillings =
        Fillings.of(Map.of("list", Collections.nCopies(20_000, "abc"), "long", "y".repeat(60_000)));
    // then
    assertThat(fillings.fill("{#each event.list}x{/each}"))
        .isEqualTo("x".repeat(Filling.MOST_ROUNDS));
    assertThat(
            fillings.fill("{#for a in event.list}{#for b in event.list}z{/for}{/for}").toString())
        .hasSizeLessThan(2 * Filling.MOST_ROUNDS);
    assertThat(fillings.fill("{#each event.list}{event.long}{/each}").toString())
        .hasSizeLessThan(Escapes.LONGEST + 100);
    assertThat(fillings.fill("{#each 1000000000}x{/each}.")).isEqualTo(".");
    assertThat(fillings.fill("{event.list}.")).isEqualTo(".");
  }

  @Test
  void aLoopOverAGreatBodyIsCut() {
    // given
    var fillings = Fillings.of(Map.of("list", Collections.nCopies(1_000, "abc")));
    String body = "{it} ".repeat(20_000);
    // when
    String filled = fillings.fill("{#each event.list}" + body + "{/each}").toString();
    // then
    assertThat(filled).hasSizeLessThanOrEqualTo(body.length() + Escapes.LONGEST + 100);
  }

  @Test
  void deepValuesHaveNoText() {
    // given
    Object deep = "end";
    for (int i = 0; i < 2_000; i++) {
      deep = List.of(deep);
    }
    var fillings = Fillings.of(Map.of("x", deep));
    // then
    assertThat(fillings.fill("-{event.x}-{event.x.join(',')}-")).isEqualTo("---");
  }

  @Test
  void nothingOfJavaCanBeReached() {
    // given
    var fillings = Fillings.of(Map.of("x", "text", "m", Map.of("a", 1), "l", List.of("a")));
    // then
    for (String name :
        List.of("class", "bytes", "length", "hashCode", "keys", "values", "entrySet", "first")) {
      assertThat(
              fillings.fill(
                  "-{event.x.%1$s}{event.m.%1$s}{event.l.%1$s}{event.%1$s}".formatted(name)))
          .isEqualTo("-");
    }
  }

  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    // given
    var fillings = Fillings.of(Map.of());
    String or = "event.a.or(".repeat(5_000) + "1" + ")".repeat(5_000);
    // then
    assertThat(fillings.flaws("{#if event.a}".repeat(21) + "{/if}".repeat(21)))
        .extracting(flaw -> flaw.message())
        .containsExactly("Expected sections to nest at most 20 deep, but {#if event.a} is deeper.");
    assertThat(fillings.flaws("{#if event.a}".repeat(50_000))).isNotEmpty();
    assertThat(fillings.flaws("{" + or + "}")).hasSize(1);
    assertThat(fillings.flaws("{#if " + "!".repeat(900) + "event.a}{/if}")).hasSize(1);
    assertThat(fillings.flaws("{#if " + "(".repeat(400) + "event.a" + ")".repeat(400) + "}{/if}"))
        .hasSize(1);
    assertThat(fillings.fill("{#if event.a}".repeat(20) + "{/if}".repeat(20))).isEqualTo("");
  }

  @Test
  void aLongTextIsReadAndFilled() {
    // given
    var fillings = Fillings.of(Map.of("a", 1));
    String text = "{event.a}\n{#if event.a > 0}x{/if}\n".repeat(3_000);
    // then
    assertThat(fillings.template(text, Escape.NONE).mentions()).hasSize(6_000);
    assertThat(fillings.fill(text).toString()).startsWith("1\nx").hasSize(12_000);
  }

  @Property(tries = 3_000)
  void noTextThrows(@ForAll("texts") String text) {
    // given
    var fillings = Fillings.of(Map.of("a", 1, "l", List.of("x", "y")));
    // then
    assertThatCode(
            () -> {
              for (Escape escape : Escape.values()) {
                if (Languages.templates().read(text, escape)
                    instanceof Reading.Understood understood) {
                  understood.template().fill(fillings);
                }
              }
            })
        .as(text)
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "{",
            "}",
            "{event.a}",
            "{event.l}",
            "{#if ",
            "{#for x in event.l}",
            "{#each event.l}",
            "{it}",
            "{x}",
            "{/if}",
            "{/for}",
            "{/each}",
            "{/}",
            "{#else}",
            "{#else if event.a}",
            "\\",
            "'",
            "\"",
            "|",
            "!",
            "{|",
            "|}",
            "{!",
            "!}",
            ".",
            " ",
            "(",
            ")",
            "[",
            "]",
            "?:",
            "?",
            ":",
            "==",
            "&&",
            ">",
            "event.a",
            "event",
            "1",
            "-1.5",
            "'x'",
            "upper()",
            "or(",
            "round(2)",
            "format('0')",
            "date('yyyy')",
            "\n",
            "\r\n",
            "@",
            "#",
            "_",
            "=",
            ",",
            "é",
            "😀")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", new ArrayList<>(parts)));
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").translateEscapes();
  }
}
