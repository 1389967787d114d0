package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.state.Conventions;
import dev.campanile.testkit.Goldens;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class BacktestTest {

  private static final String WELCOME =
      """
      campaign: welcome
      participation: { re-entry: never }
      audience: { where: [["user.country eq CN"]] }
      entry: [ { when: [["event order.paid where amount gte 20"]], to: thank } ]
      nodes:
        thank:
          actions:
            - coupon: { id: gift, pool: WELCOME }
            - log: { text: "{gift.code} for {event.amount}" }
        remind: { actions: [ { log: { id: reminder, text: "hello" } } ] }
      edges: [ { from: thank, to: remind, when: [["after P1D"]] } ]
      """;

  private static final String EVENTS =
      """
      {"id":"1","type":"order.paid","user":"anna","time":"2026-03-01T10:00:00Z","properties":{"amount":20.50}}
      {"id":"1","type":"order.paid","user":"anna","time":"2026-03-01T10:00:00Z","properties":{"amount":20.50}}
      {"id":"2","type":"order.paid","user":"ben","time":"2026-03-01T10:00:00Z","properties":{"amount":19}}

      {"id":"3","type":"order.paid","user":"eve","time":"2026-03-01T11:00:00Z","properties":{"amount":99}}
      {"id":"4","type":"page.view","user":"ben","time":"2026-03-02T12:00:00+02:00"}
      """;

  private static final String PROFILES =
      """
      {"user":"anna","attributes":{"country":"CN","age":30}}
      {"user":"eve","attributes":{"country":"FR"}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void reportsWhatCampaignsWouldHaveDone() throws IOException {
    // given
    Path orders = folder.resolve("orders.jsonl");
    // when
    int exitCode =
        run(
            "--campaigns", write("welcome.yaml", WELCOME),
            "--events", compressed("events.log", EVENTS),
            "--profiles", write("profiles.jsonl", PROFILES),
            "--actions-out", orders.toString());
    // then
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("5 events of 3 users")
        .contains("1 applied, 3 without a match, 1 duplicate, 0 late")
        .contains("welcome@1: 1 entered, refused: 1 audience")
        .containsPattern("thank +1 +0 +0 +1 gift, 1 log")
        .containsPattern("remind +1 +0 +1 +1 reminder");
    assertThat(Files.readString(orders))
        .matches(
            """
            \\{"campaign":"welcome","version":1,"user":"anna","node":"thank","action":"gift","time":"2026-03-01T10:00:00Z","pool":"WELCOME"}
            \\{"campaign":"welcome","version":1,"user":"anna","node":"thank","action":"log","time":"2026-03-01T10:00:00Z","text":"[0-9A-F]{12} for 20.50"}
            \\{"campaign":"welcome","version":1,"user":"anna","node":"remind","action":"reminder","time":"2026-03-02T10:00:00Z","text":"hello"}
            """);
  }

  @Test
  void tellsAUsersStory() throws IOException {
    // when
    int exitCode =
        run(
            "--campaigns", write("welcome.yaml", WELCOME),
            "--events", write("events.jsonl", EVENTS),
            "--profiles", write("profiles.jsonl", PROFILES),
            "--explain", "anna");
    int ben =
        run(
            "--campaigns", folder.resolve("welcome.yaml").toString(),
            "--events", folder.resolve("events.jsonl").toString(),
            "--explain", "ben");
    int eve =
        run(
            "--campaigns", folder.resolve("welcome.yaml").toString(),
            "--events", folder.resolve("events.jsonl").toString(),
            "--profiles", folder.resolve("profiles.jsonl").toString(),
            "--explain", "eve");
    // then
    assertThat(err.toString()).isEmpty();
    assertThat(List.of(exitCode, ben, eve)).containsOnly(0);
    Goldens.verify("story.txt", out.toString());
  }

  @Test
  void knowsOnlyUsersOfTheLog() throws IOException {
    // when
    int exitCode =
        run(
            "--campaigns", write("welcome.yaml", WELCOME),
            "--events", write("events.jsonl", EVENTS),
            "--explain", "nobody");
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString())
        .contains("Expected a user of the log, but there is no 'nobody' in it.");
  }

  @Test
  void stopsAtTheGivenTime() throws IOException {
    // when
    int exitCode =
        run(
            "--campaigns", write("welcome.yaml", WELCOME),
            "--events", write("events.jsonl", EVENTS),
            "--profiles", write("profiles.jsonl", PROFILES),
            "--until", "2026-03-02T09:59:59Z");
    // then
    assertThat(exitCode).isZero();
    assertThat(out.toString())
        .contains("4 events of 3 users")
        .containsPattern("thank +1 +1 +0")
        .containsPattern("remind +0 +0 +0");
  }

  @Test
  void printsAllProblemsOfAllFiles() throws IOException {
    // given
    String campaign = write("c.yaml", WELCOME.replace("to: thank", "to: nowhere"));
    String events =
        write(
            "events.jsonl",
            """
            {"id":"1","type":"a","user":"anna","time":"2026-03-01T10:00:00Z"}
            {"type":"a","user":"anna","time":"2026-03-01T10:00:00Z"}
            {"id":"3","type":"a","user":"anna","time":"yesterday"}
            {"id":"4","type":"a","user":
            """);
    String profiles = write("profiles.jsonl", "[]\n");
    // when
    int exitCode = run("--campaigns", campaign, "--events", events, "--profiles", profiles);
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .anyMatch(line -> line.startsWith(campaign + ":4:") && line.contains("nowhere"))
        .contains(
            profiles + ":1: Expected an object, but got ARRAY.",
            events + ":2: Expected a field 'id', but there is none.",
            events + ":3: Expected an instant such as 2026-12-01T09:00:00Z, but got 'yesterday'.")
        .anyMatch(line -> line.startsWith(events + ":4: Expected JSON, but"));
  }

  @Test
  void refusesTwoCampaignsOfOneName() throws IOException {
    // given
    write("a.yaml", WELCOME);
    write("b.yaml", WELCOME);
    // when
    int exitCode = run("--campaigns", folder.toString(), "--events", write("events.jsonl", EVENTS));
    // then
    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("b.yaml:1:1: Expected each campaign once, but ");
  }

  @Test
  void saysHowItIsUsed() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--campaigns", write("c.yaml", WELCOME), "--events", "nowhere.jsonl"))
        .isEqualTo(2);
    assertThat(
            run(
                "--campaigns",
                write("c.yaml", WELCOME),
                "--events",
                write("e", ""),
                "--until",
                "noon"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("nowhere.jsonl");
  }

  private int run(String... args) {
    return new CommandLine(new Backtest(this::tools))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private Backtest.Tools tools() {
    var channels =
        new Channels(
            List.of(new LogChannel(new JsonValues(), line -> {}), new CouponChannel(pool -> true)));
    var compiler = new DroolsRuleCompiler(folder.resolve("compiled"));
    var checks = new Checks(Offer.of(channels), Languages.templates());
    return new Backtest.Tools(
        Languages.translator(checks, compiler),
        Languages.books(compiler),
        new JsonLogFiles(),
        Conventions.DEFAULT);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String compressed(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (var bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
      bytes.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file.toString();
  }
}
