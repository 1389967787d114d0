package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Span;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

  private final ConditionParser parser =
      new ConditionParser(
          new Operands(new Re2RegularExpressions()), new CronFields(new CronUtilsTimetables()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event order.paid",
        "event 'Order Completed' where 'offer id' eq '7'",
        "event order.paid where amount gte 100",
        "event order.paid where [[productId eq 1, productId eq 7], [cityId eq 2]]",
        "event x where [[a in 1 2 x], [b between 1 2, c exists, d missing]]",
        "event x where code eq {gift.code}",
        "event x where code in {user.codes}",
        "event x where code matches '[A-Z]{2}(x|y)'",
        "event x where a.b.'c d' startsWith '20'",
        "event x where t before 2026-12-24T09:00:00Z",
        "enter 31.23 121.47 2km",
        "exit -31.23 -121.47 500m",
        "enter in 'area.geojson'",
        "inside 0 0 20038km",
        "action gift succeeded",
        "action push-2 failed",
        "cron '0 9 * * *'",
        "cron '*/5 0-6 1,15 JAN-MAR MON' user",
        "after P3D",
        "after P1DT12H",
        "at 20:00",
        "at 20:00:30 user",
        "on 2026-12-24",
        "on 2026-12-24T09:00 user",
        "dwell PT10M 31.23 121.47 2km",
        "sum(amount of order.paid) gte 20",
        "count(order.paid where amount gt 5) eq 0 since ever within P7D",
        "distinct(sku of order.paid) between 2 5 since entry",
        "avg(a.b of x) in 1 2 3 within PT1H",
        "user.country in CN SG",
        "user.vip eq true",
        "user.email exists",
        "during 09:00-18:00",
        "during 22:00-06:00 MON-FRI user",
        "during 09:00-18:00 MON,TUE,THU-SUN",
        "split 30%",
        "split 33.3%",
        "rules discount-tiers",
        "always"
      })
  void printsCanonicalTextAsItIs(String text) {
    // when
    Condition condition = parser.condition(text);
    // then
    assertThat(CampaignText.text(condition)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "event x where price>=20.0 ~ event x where price gte 20",
        "event x where (price >= 20) ~ event x where price gte 20",
        "event x where (a == 1 || a == 7) && b != 2 ~ event x where [[a eq 1, a eq 7], [b ne 2]]",
        "event x where !(a eq 1 || b gt 2) ~ event x where [[a ne 1], [b lte 2]]",
        "event x where a eq 1 || b eq 2 && c eq 3 ~ event x where [[a eq 1, b eq 2], [a eq 1, c eq 3]]",
        "event x where a in 1, 2, 3 ~ event x where a in 1 2 3",
        "event x where a between 1, 2 ~ event x where a between 1 2",
        "event x where [[a eq 1, a eq 1], [a eq 1]] ~ event x where a eq 1",
        "event x where a eq 'b' ~ event x where a eq b",
        "event x where a startsWith 20 ~ event x where a startsWith '20'",
        "  after   P1W  ~ after P7D",
        "enter 31.230 121 2000m ~ enter 31.23 121 2km",
        "enter in area.geojson ~ enter in 'area.geojson'",
        "during 09:00-18:00 MON-SUN ~ during 09:00-18:00",
        "during 09:00-18:00 FRI-MON ~ during 09:00-18:00 MON,FRI-SUN",
        "cron '0  9 * * mon' ~ cron '0 9 * * MON'",
        "count( order.paid )>=5 since node ~ count(order.paid) gte 5",
        "split 30.50% ~ split 30.5%"
      })
  void bringsEveryWayOfWritingToOneText(String written, String canonical) {
    // when
    Condition condition = parser.condition(written);
    // then
    assertThat(CampaignText.text(condition)).isEqualTo(canonical);
  }

  @Test
  void readsAggregateIntoItsParts() {
    // when
    Condition condition =
        parser.condition("sum(amount of order.paid) gte 20 since ever within P7D");
    // then
    assertThat(condition)
        .isInstanceOfSatisfying(
            Condition.Aggregate.class,
            aggregate -> {
              assertThat(aggregate.tally().path()).contains(Path.of("amount"));
              assertThat(aggregate.tally().since()).isEqualTo(Since.EVER);
              assertThat(aggregate.tally().within()).contains(Span.parse("P7D"));
              assertThat(aggregate.operand()).isEqualTo(new Operand.Literal(new BigDecimal("20")));
            });
  }

  @Test
  void bareValuesAreNumbersTruthValuesOrText() {
    // when
    Comparison comparison = parser.comparison("a in -1.50 true '20' CN 1e3 {user.x}");
    // then
    assertThat(comparison.operand())
        .isEqualTo(
            new Operand.Several(
                List.of(
                    new Operand.Literal(new BigDecimal("-1.5")),
                    new Operand.Literal(true),
                    new Operand.Literal("20"),
                    new Operand.Literal("CN"),
                    new Operand.Literal("1e3"),
                    new Operand.Reference("user", Path.of("x")))));
  }

  @Test
  void matchesTestsTheWholeValue() {
    // when
    var pattern = (Operand.Pattern) parser.comparison("code matches '[A-Z]+'").operand();
    // then
    assertThat(List.of("AB", "ABc")).filteredOn(pattern.test()).containsExactly("AB");
  }

  @Test
  void rangeOfDaysMayPassTheWeek() {
    // when
    var during = (Condition.During) parser.condition("during 22:00-02:00 SAT-SUN");
    // then
    assertThat(during.days()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Test
  void bareDateIsNoTime() {
    // when
    var on = (Condition.On) parser.condition("on 2026-12-24");
    // then
    assertThat(on.time()).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "evnt order.paid ~ 0 ~ Maybe you meant 'event'.",
        "event order.paid were amount gte 1 ~ 17 ~ Maybe put a value with spaces or signs in '…'.",
        "event x where price gtee 20 ~ 20 ~ Maybe you meant 'gte'.",
        "event x where price = 20 ~ 20 ~ Maybe you meant '=='.",
        "event x where a eq \"b\" ~ 19 ~ Maybe put the text in '…'.",
        "event x where a eq 'b ~ 19 ~ ``",
        "event x where a eq Anna Lee ~ 24 ~ Maybe put a value with spaces or signs in '…'.",
        "event x where a eq 1 & b eq 2 ~ 21 ~ Maybe double the sign.",
        "event x where !(a contains 1) ~ 16 ~ ``",
        "event x where a matches '(' ~ 24 ~ ``",
        "event x where a before tomorrow ~ 23 ~ Maybe write 2026-12-24, 2026-12-24T09:00 or 2026-12-24T09:00:00Z.",
        "event x where [[a in 1, 2]] ~ 25 ~ ``",
        "event x where a eq {event} ~ 25 ~ ``",
        "after 3d ~ 6 ~ Maybe you meant 'P3D'.",
        "after 90 min ~ 6 ~ ``",
        "at 25:00 ~ 3 ~ ``",
        "enter 91 0 1km ~ 6 ~ ``",
        "enter 31 121 2 ~ 13 ~ Maybe add its unit: m or km.",
        "enter in '../secret.geojson' ~ 9 ~ Maybe use letters, digits, '-', '_' and '.' only.",
        "action event failed ~ 7 ~ Maybe choose another id: entry, event and user are taken.",
        "action gift done ~ 12 ~ ``",
        "cron 0 9 * * * ~ 5 ~ ``",
        "cron '0 24 * * *' ~ 5 ~ ``",
        "cron '0 9 * * * *' ~ 5 ~ ``",
        "cron '0|30 9 * * *' ~ 5 ~ ``",
        "cron '0 9 L * *' ~ 5 ~ ``",
        "sum(order.paid) gte 20 ~ 4 ~ Maybe write PROPERTY of TYPE.",
        "count(a of order.paid) gte 20 ~ 6 ~ Maybe write where … exists.",
        "count(order.paid) contains 5 ~ 18 ~ ``",
        "count(order.paid) gte five ~ 18 ~ ``",
        "count(order.paid) gte 5 since yesterday ~ 30 ~ ``",
        "during 09:00 ~ 7 ~ ``",
        "during 09:00-09:00 ~ 7 ~ ``",
        "during 09:00-18:00 MOM ~ 19 ~ Maybe you meant 'MON'.",
        "split 101% ~ 6 ~ ``",
        "rules ../x ~ 6 ~ ``"
      })
  void refusesWithOffsetAndAdvice(String text, int offset, String advice) {
    // when
    Misread misread = catchThrowableOfType(Misread.class, () -> parser.condition(text));
    // then
    assertThat(misread.message()).startsWith("Expected");
    assertThat(misread.advice()).isEqualTo(advice);
    assertThat(misread.offset()).isEqualTo(offset);
  }

  @Test
  void refusesWhatGrowsTooLargeWhenMultipliedOut() {
    // given
    String text =
        "event x where (a eq 1 && a eq 2 && a eq 3 && a eq 4)"
            + " || (b eq 1 && b eq 2 && b eq 3 && b eq 4)"
            + " || (c eq 1 && c eq 2 && c eq 3 && c eq 4) || (d eq 1 && d eq 2 && d eq 3 && d eq 4)"
            + " || (e eq 1 && e eq 2 && e eq 3 && e eq 4)";
    // when // then
    assertThatExceptionOfType(Misread.class)
        .isThrownBy(() -> parser.condition(text))
        .withMessageContaining("1024 cells");
  }

  @Test
  void negationTurnsOnlyWhatItStandsBefore() {
    // when
    var where = parser.where("!a eq 1 && b eq 2");
    // then
    assertThat(where.rows().getFirst().getFirst().operator()).isEqualTo(Operator.NE);
    assertThat(where.rows().getLast().getFirst().operator()).isEqualTo(Operator.EQ);
  }
}
