package dev.campanile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.text.CampaignReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings campaigns kept in files to a running service. */
@Command(
    name = "publish",
    description = {
      "Publishes campaign files to a running service, with the files beside them that they name.",
      "Where one of them would be refused, none is published. What is open already stays as it is."
    },
    mixinStandardHelpOptions = true)
public final class Publish implements Callable<Integer> {

  private final Supplier<CampaignReader> reader;

  @Mixin private Brought brought;

  /**
   * @param reader asked for when it is needed
   */
  @SuppressWarnings("NullAway.Init")
  public Publish(Supplier<CampaignReader> reader) {
    this.reader = reader;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CampaignReader campaigns = reader.get();
    boolean publishable =
        brought.each(
            campaigns,
            (file, server) -> {
              file.ask(server, "v1/campaigns/diff", Server.JSON);
              return List.of();
            });
    return publishable && brought.each(campaigns, Publish::publish) ? 0 : 1;
  }

  private static List<String> publish(CandidateFile file, Server server)
      throws Server.Refused, InterruptedException {
    file.upload(server);
    JsonNode published =
        Server.json(server.post("v1/campaigns", Server.YAML, Server.JSON, file.text()));
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s@%d %s"
            .formatted(
                file.path(),
                published.path("campaign").asText(),
                published.path("version").asInt(),
                published.path("changed").asBoolean() ? "is open now" : "was open already"));
    published
        .path("warnings")
        .forEach(warning -> lines.add(file.path() + ":" + Server.line(warning)));
    return lines;
  }
}
