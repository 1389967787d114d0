package dev.campanile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes back to what a campaign was. */
@Command(
    name = "rollback",
    description = {
      "Publishes the content of an earlier version of a campaign as a new one, files included.",
      "Where that is open already, nothing changes."
    },
    mixinStandardHelpOptions = true)
public final class RollBack implements Callable<Integer> {

  /** What becomes of those inside. */
  enum Rule {
    pin,
    follow
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CAMPAIGN", description = "the name of the campaign")
  private String campaign;

  @Option(names = "--to", required = true, paramLabel = "VERSION", description = "such as 3")
  private int version;

  @Option(
      names = "--on-change",
      description = "${COMPLETION-CANDIDATES}: for those inside; as in that version by default")
  private Optional<Rule> onChange;

  @Mixin private Target target;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  public RollBack() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("to", version);
    onChange.ifPresent(rule -> request.put("on-change", rule.name()));
    try {
      String path = "v1/campaigns/%s/rollback".formatted(Server.escaped(campaign));
      JsonNode answer =
          Server.json(target.server().post(path, Server.JSON, Server.JSON, Server.json(request)));
      out.printf(
          "%s@%d %s%n",
          answer.path("campaign").asText(),
          answer.path("version").asInt(),
          answer.path("changed").asBoolean() ? "is open now" : "was open already");
      return 0;
    } catch (Server.Refused refused) {
      refused.about(campaign).forEach(out::println);
      return 1;
    } finally {
      out.flush();
    }
  }
}
