package dev.campanile.campaign.text;

import static dev.campanile.campaign.text.CampaignSchemaTest.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.ValidationMessage;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.testkit.Campaigns;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CampaignSchemaProperties {

  @Property(tries = 60)
  void whateverIsPrintedIsValid(@ForAll("campaigns") CampaignGraph graph) {
    // when
    Set<ValidationMessage> messages = SCHEMA.validate(CampaignText.json(graph), InputFormat.JSON);
    // then
    assertThat(messages).isEmpty();
  }

  @Property(tries = 60)
  void whateverIsPrintedInObjectFormIsValid(@ForAll("campaigns") CampaignGraph graph) {
    // when
    Set<ValidationMessage> messages =
        SCHEMA.validate(CampaignText.jsonOfObjects(graph), InputFormat.JSON);
    // then
    assertThat(messages).isEmpty();
  }

  @Provide
  Arbitrary<CampaignGraph> campaigns() {
    return Campaigns.any();
  }
}
