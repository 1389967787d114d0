package dev.campanile.cli;

import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.CampaignTranslator.Translation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the rules that a campaign file is translated to. */
@Command(
    name = "drl",
    description = "Prints the rules that a campaign file is translated to, as its first version.",
    mixinStandardHelpOptions = true)
public final class Drl implements Callable<Integer> {

  private final Supplier<CampaignTranslator> translator;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the campaign file")
  private Path file;

  /**
   * @param translator asked for when it is needed: it takes a moment
   */
  @SuppressWarnings("NullAway.Init")
  public Drl(Supplier<CampaignTranslator> translator) {
    this.translator = translator;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<String> text = CampaignFiles.text(file, err);
    err.flush();
    return text.isEmpty() ? 1 : print(text.get(), out, err);
  }

  private int print(String text, PrintWriter out, PrintWriter err) {
    return switch (translator.get().with(Beside.of(file)).translate(text, id -> 1)) {
      case Translation.Refused(var violations) -> {
        violations.forEach(violation -> err.println(CampaignFiles.line(file, violation)));
        err.flush();
        yield 1;
      }
      case Translation.Translated translated -> {
        out.print(translated.rules().drl());
        out.flush();
        yield 0;
      }
    };
  }
}
