package dev.campanile.cli;

import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.engine.state.Conventions;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the scenarios that authors have written beside their campaigns. */
@Command(
    name = "test",
    description = {
      "Runs scenario files (*.scenario.yaml) in virtual time: what is given, what happens, what must come of it.",
      "Nothing is performed, and no clock is asked."
    },
    mixinStandardHelpOptions = true)
public final class TestScenarios implements Callable<Integer> {

  /** What the command works with. */
  public record Tools(
      CampaignTranslator translator,
      ScenarioReader reader,
      RuleBooks books,
      Conventions conventions) {}

  private final Supplier<Tools> supplier;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      defaultValue = "campaigns",
      description = "scenario files, and folders of them; ${DEFAULT-VALUE} by default")
  private List<Path> paths;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "where to write the results as JUnit XML")
  private @Nullable Path report;

  /**
   * @param tools asked for when they are needed: compilers take a moment
   */
  @SuppressWarnings("NullAway.Init")
  public TestScenarios(Supplier<Tools> tools) {
    this.supplier = tools;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = existing();
    Tools tools = supplier.get();
    List<Tested> tested = new ArrayList<>();
    try (var progress = Progress.of("tested", files.size(), " files", 1)) {
      for (Path file : files) {
        tested.addAll(new ScenarioRun(tools, file).run());
        progress.done(1);
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    new TestedText(tested).lines().forEach(out::println);
    out.flush();
    if (report != null) {
      Files.writeString(report, new JUnitReport(tested).xml());
    }
    return tested.stream().allMatch(Tested::passed) ? 0 : 1;
  }

  /** The scenario files; what is not there is a wrong way to use the command. */
  private List<Path> existing() throws IOException {
    for (Path path : paths) {
      if (!Files.isReadable(path)) {
        throw wrong("Expected a file that can be read, but %s is none.".formatted(path));
      }
    }
    List<Path> files = CampaignFiles.scenarios(paths);
    if (files.isEmpty()) {
      throw wrong(
          "Expected scenario files (NAME.scenario.yaml), but there is none in %s."
              .formatted(paths));
    }
    return files;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
