package dev.campanile.testkit;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.cli.TestScenarios;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.state.Conventions;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The command {@code campanile test} in tests; remembers what it has said. */
public final class ScenarioCommand {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path compiled;

  /**
   * @param compiled a folder for compiled rules
   */
  public ScenarioCommand(Path compiled) {
    this.compiled = compiled;
  }

  /** Runs it; returns its exit code. */
  public int run(String... arguments) {
    return new CommandLine(new TestScenarios(this::tools))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  private TestScenarios.Tools tools() {
    var codec = new JsonValues();
    var channels =
        new Channels(List.of(new LogChannel(codec, line -> {}), new CouponChannel(pool -> true)));
    var compiler = new DroolsRuleCompiler(compiled);
    return new TestScenarios.Tools(
        Languages.translator(new Checks(Offer.of(channels), Languages.templates()), compiler),
        new ScenarioReader(new SnakeYamlTreeParser()),
        Languages.books(compiler),
        Conventions.DEFAULT);
  }
}
