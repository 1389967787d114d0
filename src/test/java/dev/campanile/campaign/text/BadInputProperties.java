package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.file;
import static dev.campanile.testkit.Languages.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Violation;
import dev.campanile.testkit.Conditions;
import dev.campanile.testkit.Values;
import java.util.Comparator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BadInputProperties {

  private final ConditionParser parser =
      new ConditionParser(
          new Operands(new Re2RegularExpressions()), new CronFields(new CronUtilsTimetables()));

  @Property(tries = 500)
  void filesWithAnyDamageAreReadOrRefusedInOrder(@ForAll("damagedFiles") String text) {
    // when
    Reading reading = reader().read(text);
    // then
    if (reading instanceof Reading.Refused refused) {
      assertThat(refused.violations())
          .isNotEmpty()
          .isSortedAccordingTo(Comparator.comparing(Violation::place));
    }
  }

  @Property
  void cellsWithAnyDamageAreReadOrMisreadInside(@ForAll("damagedCells") String text) {
    try {
      // when
      Condition condition = parser.condition(text);
      // then
      assertThat(parser.condition(CampaignText.text(condition))).isEqualTo(condition);
    } catch (Misread misread) {
      assertThat(misread.offset()).isBetween(0, text.length());
      assertThat(misread.message()).startsWith("Expected");
    }
  }

  @Provide
  Arbitrary<String> damagedFiles() {
    return damaged(Arbitraries.of(file("design.yaml"), file("design.canonical.yaml")));
  }

  @Provide
  Arbitrary<String> damagedCells() {
    return damaged(Conditions.any().map(CampaignText::text));
  }

  /** Texts in which a stretch is replaced by something else. */
  private static Arbitrary<String> damaged(Arbitrary<String> whole) {
    Arbitrary<String> patches =
        Arbitraries.oneOf(
            Values.texts(),
            Arbitraries.strings().ofMaxLength(4),
            Arbitraries.of(
                "[", "]", "{", "}", "(", ")", "'", "\"", "!", "&&", "||", ",", ": ", "- ", "\n",
                "&a ", "*a", "\ud83c"));
    return Combinators.combine(
            whole,
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 20),
            patches)
        .as(
            (text, where, length, patch) -> {
              int start = (int) (where * text.length());
              return text.substring(0, start)
                  + patch
                  + text.substring(Math.min(text.length(), start + length));
            });
  }
}
