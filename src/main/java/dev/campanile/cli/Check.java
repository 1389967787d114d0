package dev.campanile.cli;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.CampaignTranslator.Translation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    PrintWriter out = spec.commandLine().getOut();
    List<Path> files = CampaignFiles.in(paths);
    int refused = 0;
    for (Path file : files) {
      boolean fine =
          CampaignFiles.text(file, out).filter(text -> fine(text, file, out)).isPresent();
      refused += fine ? 0 : 1;
    }
    out.printf("%d of %d campaigns can be published%n", files.size() - refused, files.size());
    out.flush();
    return refused == 0 ? 0 : 1;
  }

  private boolean fine(String text, Path file, PrintWriter out) {
    List<Violation> found = violations(text, file);
    found.forEach(violation -> out.println(CampaignFiles.line(file, violation)));
    return found.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
  }

  private List<Violation> violations(String text, Path file) {
    return switch (campaigns.with(Beside.of(file)).translate(text, id -> 1)) {
      case Translation.Refused(var violations) -> violations;
      case Translation.Translated translated -> translated.warnings();
    };
  }
}
