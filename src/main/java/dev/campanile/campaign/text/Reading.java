package dev.campanile.campaign.text;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Violation;
import java.util.List;

/** What reading a campaign file comes to: the campaign, or everything that is wrong with it. */
public sealed interface Reading {

  record Read(CampaignGraph graph, SourceMap sources) implements Reading {}

  /** All problems at once, by place. */
  record Refused(List<Violation> violations) implements Reading {

    public Refused {
      violations = List.copyOf(violations);
    }
  }
}
