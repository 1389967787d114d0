package dev.campanile.adapter.qute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Template.Mention;
import dev.campanile.testkit.Fillings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates can say. */
final class QuteTemplatesTest {

  private static final Map<String, Object> EVENT =
      Map.of(
          "amount",
          new BigDecimal("1234.5"),
          "text",
          "anna karenina",
          "empty",
          "",
          "yes",
          true,
          "at",
          "2026-12-24T20:30:00Z",
          "items",
          List.of(Map.of("name", "hat", "price", 5), Map.of("name", "scarf", "price", 12)),
          "tags",
          List.of("a", "b"),
          "size",
          "XL",
          "address",
          Map.of("city", "Köln", "offer id", "o-1"));

  private final Fillings fillings = Fillings.of(EVENT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          Hi {event.text}!                              ¦ Hi anna karenina!
          -{event.none}-{event.none.deeper}-            ¦ ---
          -{event.text.first}-                          ¦ --
          {event.address.city}, {event.address['offer id']} ¦ Köln, o-1
          {event.size}: {event.tags.0} {event.tags.7}.  ¦ XL: a .
          {event.tags} {event.tags.size()} {event.tags.join('+')} ¦ a, b 2 a+b
          {event.address}.                              ¦ .
          {event.none ?: 'friend'} {event.empty ?: 'x'}. ¦ friend .
          {event.none.or(event.text)}.                  ¦ anna karenina.
          {event.yes ? 'ja' : 'nein'} {event.none ? 1 : 2}. ¦ ja 2.
          {event.text.upper()} {event.text.upper().lower()} {event.text.capitalized()} ¦ ANNA KARENINA anna karenina Anna karenina
          {event.amount} {event.amount.round(0)} {event.amount.round(2)} {event.amount.format('#,##0.00')} ¦ 1234.5 1235 1234.50 1,234.50
          {event.text.round(2)}.{event.amount.upper()}. ¦ ..
          {event.at.date('dd.MM.yyyy HH:mm')} {event.text.date('yyyy')}. ¦ 24.12.2026 21:30 .
          https://x.example/?q={event.text.encoded()}   ¦ https://x.example/?q=anna%20karenina
          {#if event.yes}A{#else}B{/if}{#if event.none}A{#else}B{/if} ¦ AB
          {#if event.amount > 1234.49 && event.amount <= 1234.50}A{/if} ¦ A
          {#if event.none > 1}A{#else if event.text == 'anna karenina'}B{#else}C{/if} ¦ B
          {#if event.none != 1}A{#else}B{/if}           ¦ B
          {#if !(event.none || event.empty)}A{/if}{#if event.text gt 5}B{/if} ¦ A
          {#if event.amount.round(0) == 1235 and event.tags.size() ge 2}A{/if} ¦ A
          {#for i in event.items}{i_count}. {i.name} {i.price}{#if i_hasNext}, {/if}{/for} ¦ 1. hat 5, 2. scarf 12
          {#each event.tags}{it}{it_index}{/each}       ¦ a0b1
          {#each event.none}x{#else}none{/each}{#each event.text}x{/each} ¦ none
          {#for i in event.items}{#for t in event.tags}{i.name}{t} {/for}{/for}. ¦ hata hatb scarfa scarfb .
          {! nobody sees this !}{event.yes}.            ¦ true.
          {|{event.text}|}{event.yes}                   ¦ {event.text}true
          """)
  void saysWhatItShould(String text, String filled) {
    assertThat(fillings.fill(text)).isEqualTo(filled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": {\"b\": 1}} 5",
        "p { color: red }",
        "{}",
        "{ event.text }",
        "{{event.text}}",
        "{\n  color: red }",
        "no braces \\n at all \\}",
        "{-1} {.x}"
      })
  void bracesThatBeginNothingStay(String text) {
    assertThat(fillings.fill(text)).isEqualTo(text);
  }

  @Test
  void aBraceCanBeWritten() {
    assertThat(fillings.fill("\\{event.text\\} {event.yes}")).isEqualTo("{event.text} true");
    assertThat(fillings.fill("a{{event.yes}}")).isEqualTo("a{{event.yes}}");
  }

  @Test
  void aTextThatIsOneReferenceIsTheValue() {
    assertThat(fillings.fill("{event.amount}")).isEqualTo(new BigDecimal("1234.5"));
    assertThat(fillings.fill("{event.tags}")).isEqualTo(List.of("a", "b"));
    assertThat(fillings.fill("{event.items.1.name}")).isEqualTo("scarf");
    assertThat(fillings.fill("{event.address}")).isEqualTo(EVENT.get("address"));
    assertThat(fillings.fill("{event.none.x}")).isEqualTo("");
  }

  @Test
  void linesThatHoldSectionsAloneLeaveNoTrace() {
    // when
    Object filled = fillings.fill("a\n{#if event.yes}\n  b\n{#else}\n  c\n{/if}\nd {event.yes}\n");
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
          a {user.name.round()}         ¦ 2 ¦ Expected 1 values for 'round', but got 0.
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
}
