package dev.campanile.cli;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.CampaignTranslator.Translation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what publishing campaigns would say, without a service. */
@Command(
    name = "check",
    description = {
      "Checks campaign files as publishing would, and prints every problem as FILE:LINE:COLUMN: MESSAGE.",
      "Whether coupon pools exist is not known here."
    },
    mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {

  private final Supplier<CampaignTranslator> translator;
  private CampaignTranslator campaigns;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "campaign files, and folders of them")
  private List<Path> paths;

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = CheckReport.Named.class,
      description = "text, json, or sarif (SARIF 2.1.0); ${DEFAULT-VALUE} by default")
  private CheckReport format;

  /**
   * @param translator asked for when it is needed: it takes a moment
   */
  @SuppressWarnings("NullAway.Init")
  public Check(Supplier<CampaignTranslator> translator) {
    this.translator = translator;
  }

  @Override
  public Integer call() throws IOException {
    campaigns = translator.get();
    List<CheckReport.Checked> checked =
        CampaignFiles.withCaps(paths).stream()
            .map(file -> new CheckReport.Checked(file, found(file)))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    out.println(format.of(checked));
    out.flush();
    return checked.stream().allMatch(CheckReport.Checked::fine) ? 0 : 1;
  }

  private List<Violation> found(Path file) {
    try {
      return violations(Files.readString(file), file);
    } catch (IOException unreadable) {
      return List.of(Violation.error(Place.START, "", CampaignFiles.problem(unreadable), ""));
    }
  }

  private List<Violation> violations(String text, Path file) {
    if (CampaignFiles.isCaps(file)) {
      return campaigns.caps(text).findings();
    }
    return switch (campaigns.with(Beside.of(file)).translate(text, id -> 1)) {
      case Translation.Refused(var violations) -> violations;
      case Translation.Translated translated -> translated.warnings();
    };
  }
}
