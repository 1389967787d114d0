package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.state.Conventions;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class TestScenariosTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void theDemoCampaignsDoWhatTheirScenariosSay() {
    // when
    int exitCode = run("campaigns");
    // then
    assertThat(out.toString()).doesNotContain("FAIL").contains("campaigns/welcome-coupon.scenario");
    assertThat(exitCode).isZero();
  }

  private TestScenarios.Tools tools() {
    var codec = new JsonValues();
    var channels =
        new Channels(List.of(new LogChannel(codec, line -> {}), new CouponChannel(pool -> true)));
    var compiler = new DroolsRuleCompiler(folder.resolve("compiled"));
    return new TestScenarios.Tools(
        Languages.translator(new Checks(Offer.of(channels), Languages.templates()), compiler),
        new ScenarioReader(new SnakeYamlTreeParser()),
        Languages.books(compiler),
        Conventions.DEFAULT);
  }

  private int run(String... arguments) {
    return new CommandLine(new TestScenarios(this::tools))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
