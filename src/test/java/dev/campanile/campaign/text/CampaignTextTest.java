package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.campaign;
import static dev.campanile.testkit.Languages.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import org.junit.jupiter.api.Test;

class CampaignTextTest {

  private static final CampaignGraph EXAMPLE = campaign(file("design.yaml"));

  @Test
  void yamlReadsBackAsTheSameCampaign() {
    // when
    String yaml = CampaignText.yaml(EXAMPLE);
    // then
    assertThat(campaign(yaml)).isEqualTo(EXAMPLE);
  }

  @Test
  void jsonReadsBackAsTheSameCampaign() {
    // when
    String json = CampaignText.json(EXAMPLE);
    // then
    assertThat(campaign(json)).isEqualTo(EXAMPLE);
  }

  @Test
  void objectFormsReadBackAsTheSameCampaign() {
    // when
    String json = CampaignText.jsonOfObjects(EXAMPLE);
    // then
    assertThat(campaign(json)).isEqualTo(EXAMPLE);
  }

  @Test
  void printsCanonicalYaml() {
    // when
    String yaml = CampaignText.yaml(EXAMPLE);
    // then
    assertThat(yaml).isEqualTo(file("design.canonical.yaml"));
  }
}
