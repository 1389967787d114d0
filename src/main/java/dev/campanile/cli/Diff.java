package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Shows how campaign files differ from what is open. */
@Command(
    name = "diff",
    description = {
      "Shows how campaign files differ from what is open at a running service, and changes nothing:",
      "element by element, and as a unified diff of the canonical files."
    },
    mixinStandardHelpOptions = true)
public final class Diff extends Asking {

  /**
   * @param reader asked for when it is needed
   */
  public Diff(Supplier<CampaignReader> reader) {
    super(reader, "v1/campaigns/diff");
  }
}
