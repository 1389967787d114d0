package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how campaign files differ from what is open. */
@Command(
    name = "diff",
    description = {
      "Shows how campaign files differ from what is open at a running service, and changes nothing:",
      "element by element, and as a unified diff of the canonical files."
    },
    mixinStandardHelpOptions = true)
public final class Diff implements Callable<Integer> {

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
  public Diff(Supplier<CampaignReader> reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return brought.each(
            reader.get(),
            (file, server) ->
                List.of(file.ask(server, "v1/campaigns/diff", format.type()).stripTrailing()))
        ? 0
        : 1;
  }
}
