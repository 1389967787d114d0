package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.channel.WebhookChannel;
import dev.campanile.adapter.channel.WebhookTargets;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.engine.action.Channels;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CampaignCommandsTest {

  private static final String CONTRADICTION =
      """
      campaign: c
      entry: [ { when: [["event x"]], to: a } ]
      nodes: { a: {}, b: {} }
      edges: [ { from: a, to: b, when: [["count(x) lt 0", "after P30D"]] } ]
      """;

  private static final Path DEMO = Path.of("campaigns");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void findsNothingWrongWithTheDemoCampaigns() {
    // when
    int exitCode = run(new Check(this::translator), DEMO.toString());
    // then
    assertThat(out.toString().strip()).matches("(\\d+) of \\1 campaigns can be published");
    assertThat(exitCode).isZero();
  }

  @Test
  void printsEveryProblemWithItsPlace() throws IOException {
    // given
    Path file =
        write(
            """
            campaign: c
            goal: { when: [["rules vip"]] }
            entry: [ { when: [["event a"]], to: a } ]
            nodes: { a: { actions: [ {pigeon: {}} ] }, lost: {} }
            """);
    // when
    int exitCode = run(new Check(this::translator), file.toString());
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            file + ":2:17: Expected what the engine executes, but 'rules vip' is not executed yet.",
            file
                + ":4:27: Expected a channel of coupon, log, webhook, but got 'pigeon'."
                + " Maybe use 'webhook' to reach a service that can.",
            file
                + ":4:44: Expected node 'lost' to be reachable, but no edge leads to it."
                + " Maybe connect it, or delete it.",
            "0 of 1 campaigns can be published");
  }

  @Test
  void printsTheRulesOfACampaign() {
    // when
    int exitCode = run(new Drl(this::translator), DEMO.resolve("abandoned-cart.yaml").toString());
    // then
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("rule \"abandoned-cart@1/entry-1\"")
        .contains("rule \"abandoned-cart@1/waiting-remind\"");
  }

  @Test
  void printsProblemsInsteadOfRules() throws IOException {
    // given
    Path file = write("campaign: c\n");
    // when
    int exitCode = run(new Drl(this::translator), file.toString());
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith(file + ":1:1: Expected");
  }

  @Test
  void tellsProblemsAsSarif() throws IOException {
    // given
    Path file = write(CONTRADICTION);
    // when
    int exitCode = run(new Check(this::translator), file.toString(), "--format", "sarif");
    // then
    JsonNode log = new ObjectMapper().readTree(out.toString());
    JsonNode run = log.at("/runs/0");
    JsonNode result = run.at("/results/0");
    JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
    assertThat(exitCode).isEqualTo(1);
    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("Campanile");
    assertThat(result.get("ruleId").asText()).isEqualTo("never-holds");
    assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    assertThat(rule.at("/help/text").asText()).isNotEmpty();
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .startsWith("Expected a condition that can hold");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(URI.create(place.at("/artifactLocation/uri").asText())).isEqualTo(file.toUri());
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(4);
    assertThat(place.at("/region/startColumn").asInt()).isEqualTo(36);
  }

  @Test
  void tellsProblemsAsJson() throws IOException {
    // given
    Path file = write(CONTRADICTION);
    // when
    run(new Check(this::translator), file.toString(), "--format", "json");
    // then
    JsonNode told = new ObjectMapper().readTree(out.toString()).get(0);
    assertThat(told.get("publishable").asBoolean()).isFalse();
    assertThat(told.at("/findings/0/check").asText()).isEqualTo("never-holds");
    assertThat(told.at("/findings/0/element").asText()).isEqualTo("edges[0].when[0][0]");
  }

  @Test
  void refusesAnUnknownFormat() throws IOException {
    // when
    int exitCode =
        run(new Check(this::translator), write(CONTRADICTION).toString(), "--format=xml");
    // then
    assertThat(exitCode).isEqualTo(2);
    assertThat(err.toString()).contains("Expected text, json or sarif, but got 'xml'.");
  }

  private CampaignTranslator translator() {
    var codec = new JsonValues();
    var channels =
        new Channels(
            List.of(
                new LogChannel(codec, line -> {}),
                new CouponChannel(pool -> true),
                new WebhookChannel(
                    new WebhookTargets(List.of("public")), codec, Clock.systemUTC())));
    return Languages.translator(
        new Checks(Offer.of(channels), Languages.templates()),
        new DroolsRuleCompiler(folder.resolve("compiled")));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("c.yaml"), text);
  }

  private int run(Callable<Integer> command, String... argument) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(argument);
  }
}
