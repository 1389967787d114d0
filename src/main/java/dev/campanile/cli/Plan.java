package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what publishing campaigns would mean for those inside. */
@Command(
    name = "plan",
    description = {
      "Tells what publishing campaign files to a running service would do, and changes nothing:",
      "who is inside which version at which node, who goes on, what they get, and until when they wait."
    },
    mixinStandardHelpOptions = true)
public final class Plan implements Callable<Integer> {

  private final Supplier<CampaignReader> reader;

  @Mixin private Brought brought;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default")
  private Told format;

  /**
   * @param reader asked for when it is needed
   */
  @SuppressWarnings("NullAway.Init")
  public Plan(Supplier<CampaignReader> reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return brought.each(
            reader.get(),
            (file, server) ->
                List.of(file.ask(server, "v1/campaigns/plan", format.type()).stripTrailing()))
        ? 0
        : 1;
  }
}
