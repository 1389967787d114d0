package dev.campanile.adapter.qute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonValues;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Template.Mention;
import dev.campanile.testkit.Fillings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What templates can say. */
final class QuteTemplatesTest {

  private static final Path PAGE = Path.of("docs/templates.md");
  private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| `(.*?)` \\| (?:.*[^ ] )?\\|");

  private final Fillings fillings = new Fillings(event());

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void saysWhatItsPageSays(String text, String filled) {
    assertThat(fillings.fill(text)).isEqualTo(filled);
  }

  @Test
  void everyRowOfThePageIsRun() {
    assertThat(rows()).hasSize((int) page().lines().filter(l -> l.startsWith("| `")).count());
  }

  @Test
  void bracesThatBeginNothingStay() {
    for (String text : List.of("{ event.name }", "{\n  color: red }", "{-1} {.x}", "a \\} \\n b")) {
      assertThat(fillings.fill(text)).isEqualTo(text);
    }
  }

  @Test
  void aBraceCanBeWritten() {
    assertThat(fillings.fill("\\{event.name\\} {event.vip}")).isEqualTo("{event.name} true");
    assertThat(fillings.fill("a{{event.vip}}")).isEqualTo("a{{event.vip}}");
  }

  @Test
  void aTextThatIsOneReferenceIsTheValue() {
    assertThat(fillings.fill("{event.amount}")).isEqualTo(new BigDecimal("1234.5"));
    assertThat(fillings.fill("{event.tags}")).isEqualTo(List.of("a", "b"));
    assertThat(fillings.fill("{event.items.1.name}")).isEqualTo("scarf");
    assertThat(fillings.fill("{event.address}")).isEqualTo(event().values().get("address"));
    assertThat(fillings.fill("{event.none.x}")).isEqualTo("");
    assertThat(fillings.fill("{event.name}")).isEqualTo("anna karenina");
  }

  @Test
  void linesThatHoldSectionsAloneLeaveNoTrace() {
    // when
    Object filled = fillings.fill("a\n{#if event.vip}\n  b\n{#else}\n  c\n{/if}\nd {event.vip}\n");
    // then
    assertThat(filled).isEqualTo("a\n  b\nd true\n");
  }

  @Test
  void tellsWhatIsAskedForAndWhere() {
    // when
    List<Mention> mentions =
        fillings
            .template(
                "Hi {user.name},\n{#for i in entry.items}{i.x ?: gift.code}{/for}", Escape.NONE)
            .mentions();
    // then
    assertThat(mentions)
        .containsExactlyInAnyOrder(
            new Mention("user", Optional.of("name"), 3),
            new Mention("entry", Optional.of("items"), 16),
            new Mention("gift", Optional.of("code"), 39));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          Hi {user.name                 ¦ 3 ¦ Expected a closing }, but the text ends.
          Hi {                          ¦ 3 ¦ Expected a closing }, but the text ends.
          {user.name} \\                ¦ 12 ¦ Expected something after the last \\, but the text ends.
          {user.x ?: 'a}                ¦ 0 ¦ Expected a closing ', but the text ends.
          {! comment                    ¦ 0 ¦ Expected a closing !}, but the text ends.
          {|text                        ¦ 0 ¦ Expected a closing |}, but the text ends.
          a {#if user.vip}b             ¦ 2 ¦ Expected {#if user.vip} to be closed, but the text ends.
          a {/if}                       ¦ 2 ¦ Expected a section before {/if}, but there is none.
          {#if user.vip}{/for}          ¦ 14 ¦ Expected {/if}, but got {/for}.
          a {#include x /}              ¦ 2 ¦ Expected a section of if, for, each, but got '{#include x /}'.
          a {#eval user.x /}            ¦ 2 ¦ Expected a section of if, for, each, but got '{#eval user.x /}'.
          a {#let x=1}{/let}            ¦ 2 ¦ Expected a section of if, for, each, but got '{#let x=1}'.
          a {#insert}{/insert}          ¦ 2 ¦ Expected a section of if, for, each, but got '{#insert}'.
          a {#with user}{/with}         ¦ 2 ¦ Expected a section of if, for, each, but got '{#with user}'.
          a {cdi:bean.x}                ¦ 2 ¦ Expected no namespace, but got 'cdi:'.
          a {inject:bean}               ¦ 2 ¦ Expected no namespace, but got 'inject:'.
          a {data:event.x}              ¦ 2 ¦ Expected no namespace, but got 'data:'.
          p{color:red}                  ¦ 1 ¦ Expected no namespace, but got 'color:'.
          a {@java.lang.String s}       ¦ 2 ¦ Expected a value or a section, but got a declaration.
          a {user.name.getClass()}      ¦ 2 ¦ Expected a method of upper, lower, capitalized, encoded, size, join, round, format, date, or, but got 'getClass'.
          a {user.name.round()}         ¦ 2 ¦ Expected one value in the brackets of 'round', but got 0.
          a {user.n.round(99)}          ¦ 2 ¦ Expected a pattern that 'round' can read, but it cannot.
          a {user.n.format('0.0.0')}    ¦ 2 ¦ Expected a pattern that 'format' can read, but it cannot.
          a {user.n.date('bbb')}        ¦ 2 ¦ Expected a pattern that 'date' can read, but it cannot.
          a {1}                         ¦ 2 ¦ Expected a reference such as {user.name}, but got a value as written.
          {#if user.a >}x{/if}          ¦ 0 ¦ Expected a value, but the condition ends.
          {#if user.a>=1}x{/if}         ¦ 0 ¦ Expected spaces around signs, but got 'user.a>=1'.
          {#if (user.a == 1}x{/if}      ¦ 0 ¦ Expected a reference such as {user.name}, but got something else.
          {#if user.a user.b}x{/if}     ¦ 0 ¦ Expected a sign such as == or &&, but got 'user.b'.
          {#for user.items}x{/for}y{#for a of b}{/for} ¦ 25 ¦ Expected a loop such as {#for item in event.items}, but got 'a of b'.
          {#if user.a}x{#else unless}y{/if} ¦ 13 ¦ Expected {#else} or {#else if …}, but got 'unless'.
          """)
  void refusesWhatMeansNothing(String text, int offset, String message) {
    assertThat(fillings.flaws(text))
        .extracting(flaw -> flaw.offset(), flaw -> flaw.message())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(offset, message));
  }

  static List<Arguments> rows() {
    return page()
        .lines()
        .flatMap(line -> ROW.matcher(line).results())
        .map(row -> Arguments.of(row.group(1).replace("\\|", "|"), row.group(2)))
        .toList();
  }

  private static Attributes event() {
    var json = Pattern.compile("(?s)```json\n(.*?)```").matcher(page());
    assertThat(json.find()).isTrue();
    return new Attributes((Map<String, Object>) new JsonValues().decode(json.group(1)));
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
