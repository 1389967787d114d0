package dev.campanile.adapter.drools;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.eventWhere;
import static dev.campanile.testkit.CampaignBuilder.whenAny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.rule.RuleText;
import dev.campanile.translator.DrlWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** What Drools' own parser makes of texts that try to be more than text. */
final class InjectionTest {

  @ParameterizedTest
  @MethodSource("dev.campanile.contract.RulesContract#treacherousTexts")
  void parsesAsOneRuleOfOnePattern(String text) throws DroolsParserException {
    // given
    RuleText rules =
        DrlWriter.write(
            aCampaign("c")
                .moving("a", "b", whenAny(eventWhere("e", "x", text), eventWhere(text, text, "")))
                .version(1));
    // when
    PackageDescr parsed = parse(rules.drl());
    // then
    assertThat(parsed.getRules()).hasSize(1);
    var rule = parsed.getRules().getFirst();
    assertThat(rule.getName()).isEqualTo("c@1/a-b");
    assertThat(rule.getLhs().getDescrs()).hasSize(1);
    assertThat(((PatternDescr) rule.getLhs().getDescrs().getFirst()).getConstraint().getDescrs())
        .hasSize(2);
    assertThat(rule.getConsequence().toString().strip())
        .isEqualTo("decisions.follow(\"c@1/a-b\");");
  }

  @ParameterizedTest
  @MethodSource("dev.campanile.contract.RulesContract#treacherousTexts")
  void writesPrintableAsciiAlone(String text) {
    // given
    var machine =
        aCampaign("c").entering("a", whenAny(eventWhere("e" + text, "x", text))).version(1);
    // when
    String drl = DrlWriter.write(machine).drl();
    // then
    assertThat(drl.lines().count()).isEqualTo(8);
    assertThat(drl.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c <= '~');
  }

  @ParameterizedTest
  @MethodSource("everyCharacter")
  void takesEveryCharacterInsideItsLiteral(String text) throws DroolsParserException {
    // given
    var machine = aCampaign("c").moving("a", "b", whenAny(eventWhere("e", "x", text))).version(1);
    // when
    PackageDescr parsed = parse(DrlWriter.write(machine).drl());
    // then
    assertThat(parsed.getRules()).hasSize(1);
  }

  /** All of Unicode's basic plane, lone surrogates included, by 4,096. */
  static Stream<String> everyCharacter() {
    return IntStream.range(0, 16)
        .mapToObj(
            block ->
                IntStream.range(block << 12, (block + 1) << 12)
                    .mapToObj(c -> String.valueOf((char) c))
                    .collect(Collectors.joining()));
  }

  private static PackageDescr parse(String drl) throws DroolsParserException {
    var parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed = parser.parse(false, drl);
    assertThat(parser.hasErrors()).isFalse();
    return parsed;
  }
}
