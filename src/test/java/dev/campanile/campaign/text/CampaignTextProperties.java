package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.campaign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.testkit.Campaigns;
import dev.campanile.testkit.Conditions;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CampaignTextProperties {

  private final ConditionParser parser =
      new ConditionParser(
          new Operands(new Re2RegularExpressions()), new CronFields(new CronUtilsTimetables()));

  @Property
  void textOfConditionReadsBack(@ForAll("conditions") Condition condition) {
    // when
    String text = CampaignText.text(condition);
    // then
    assertThat(parser.condition(text)).isEqualTo(condition);
  }

  @Property
  void textOfComparisonReadsBack(@ForAll("comparisons") Comparison comparison) {
    // when
    String text = CampaignText.text(comparison);
    // then
    assertThat(parser.comparison(text)).isEqualTo(comparison);
  }

  @Property
  void differentConditionsHaveDifferentTexts(
      @ForAll("conditions") Condition one, @ForAll("conditions") Condition other) {
    // when
    boolean sameText = CampaignText.text(one).equals(CampaignText.text(other));
    // then
    assertThat(sameText).isEqualTo(one.equals(other));
  }

  @Property(tries = 100)
  void yamlOfCampaignReadsBack(@ForAll("campaigns") CampaignGraph graph) {
    // when
    String yaml = CampaignText.yaml(graph);
    // then
    assertThat(campaign(yaml)).isEqualTo(graph);
  }

  @Property(tries = 100)
  void jsonOfCampaignReadsBack(@ForAll("campaigns") CampaignGraph graph) {
    // when
    String json = CampaignText.json(graph);
    // then
    assertThat(campaign(json)).isEqualTo(graph);
  }

  @Property(tries = 100)
  void objectFormsOfCampaignReadBack(@ForAll("campaigns") CampaignGraph graph) {
    // when
    String json = CampaignText.jsonOfObjects(graph);
    // then
    assertThat(campaign(json)).isEqualTo(graph);
  }

  @Property(tries = 100)
  void printingTwiceIsPrintingOnce(@ForAll("campaigns") CampaignGraph graph) {
    // given
    String yaml = CampaignText.yaml(graph);
    // when
    String again = CampaignText.yaml(campaign(yaml));
    // then
    assertThat(again).isEqualTo(yaml);
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Conditions.any();
  }

  @Provide
  Arbitrary<Comparison> comparisons() {
    return Conditions.comparisons();
  }

  @Provide
  Arbitrary<CampaignGraph> campaigns() {
    return Campaigns.any();
  }
}
