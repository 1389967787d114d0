package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a running service what it would make of campaign files, which changes nothing. */
abstract class Asking implements Callable<Integer> {

  private final Supplier<CampaignReader> reader;
  private final String path;

  @Mixin private Brought brought;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default")
  private Told format;

  /**
   * @param reader asked for when it is needed
   * @param path where the service answers
   */
  @SuppressWarnings("NullAway.Init")
  Asking(Supplier<CampaignReader> reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  @Override
  public final Integer call() throws IOException, InterruptedException {
    return brought.each(
            reader.get(),
            (file, server) -> List.of(file.ask(server, path, format.type()).stripTrailing()))
        ? 0
        : 1;
  }
}
