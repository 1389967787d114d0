package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Says what publishing campaigns would mean for those inside. */
@Command(
    name = "plan",
    description = {
      "Tells what publishing campaign files to a running service would do, and changes nothing:",
      "who is inside which version at which node, who goes on, what they get, and until when they wait."
    },
    mixinStandardHelpOptions = true)
public final class Plan extends Asking {

  /**
   * @param reader asked for when it is needed
   */
  public Plan(Supplier<CampaignReader> reader) {
    super(reader, "v1/campaigns/plan");
  }
}
