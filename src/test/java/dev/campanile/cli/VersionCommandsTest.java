package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.EmbeddedServicesResource;
import dev.campanile.testkit.Languages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Campaigns kept in files, and a running service. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class VersionCommandsTest {

  private final String campaign = "f-" + UUID.randomUUID().toString().substring(0, 8);
  private final StringWriter out = new StringWriter();

  @TempDir Path folder;

  @Test
  void publishesAFolderWithItsFilesOnce() throws IOException {
    // given
    save(campaign + ".csv", "user\nanna\n");
    save("a.yaml", campaign("order.paid") + "audience: { list: " + campaign + ".csv }\n");
    // when
    int first = run("publish", folder.toString());
    int again = run("publish", folder.toString());
    // then
    assertThat(first).isZero();
    assertThat(again).isZero();
    String file = folder.resolve("a.yaml").toString();
    assertThat(out.toString().lines())
        .containsExactly(
            file + ": " + campaign + "@1 is open now",
            file + ": " + campaign + "@1 was open already");
  }

  @Test
  void publishesNoneWhereOneIsBroken() throws IOException {
    // given
    save("a.yaml", campaign("order.paid"));
    save("b.yaml", campaign("order.paid").replace("to: wait", "too: wait"));
    // when
    int code = run("publish", folder.toString());
    // then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(folder.resolve("b.yaml") + ":2:")
        .contains("Expected a known key, but got 'too'.")
        .doesNotContain("is open now");
    RestAssured.get("/v1/campaigns/{id}", campaign).then().statusCode(404);
  }

  @Test
  void plansAndShowsDifferences() throws IOException {
    // given
    Path file = save("a.yaml", campaign("order.paid"));
    run("publish", file.toString());
    save("a.yaml", campaign("order.sent"));
    // when
    int plan = run("plan", file.toString());
    int diff = run("diff", file.toString());
    int json = run("plan", "--format", "json", file.toString());
    // then
    assertThat(List.of(plan, diff, json)).containsOnly(0);
    assertThat(out.toString())
        .contains(campaign + "@2 takes the place of version 1 (on-change: pin)")
        .contains("nobody is inside")
        .contains("new users enter version 2:")
        .contains("~ entry-1: { when: [[\"event order.paid\"]], to: wait } -> ")
        .contains("+++ " + campaign + "@2")
        .contains("\"version\":2");
  }

  @Test
  void goesBackToAnEarlierVersion() throws IOException {
    // given
    Path file = save("a.yaml", campaign("order.paid"));
    run("publish", file.toString());
    save("a.yaml", campaign("order.sent"));
    run("publish", file.toString());
    // when
    int back = run("rollback", campaign, "--to", "1", "--on-change", "follow");
    int unknown = run("rollback", campaign, "--to", "9");
    // then
    assertThat(back).isZero();
    assertThat(unknown).isEqualTo(1);
    assertThat(out.toString())
        .contains(campaign + "@3 is open now")
        .contains(campaign + ": Expected the service to take it, but it answers 404: ");
  }

  @Test
  void saysWhereNoServiceIs() throws IOException {
    // given
    Path file = save("a.yaml", campaign("order.paid"));
    // when
    int code = execute(new String[] {"plan", file.toString(), "--server", "http://127.0.0.1:1"});
    // then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("Expected a service at http://127.0.0.1:1/, but");
  }

  private Path save(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--server");
    all.add("http://127.0.0.1:" + RestAssured.port);
    return execute(all.toArray(String[]::new));
  }

  private int execute(String[] args) {
    return new CommandLine(new Campanile())
        .addSubcommand(new Plan(Languages::reader))
        .addSubcommand(new Diff(Languages::reader))
        .addSubcommand(new Publish(Languages::reader))
        .addSubcommand(new RollBack())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .execute(args);
  }

  private String campaign(String type) {
    return """
        campaign: %s
        entry: [ { when: [["event %s"]], to: wait } ]
        nodes: { wait: {}, done: {} }
        edges: [ { from: wait, to: done, when: [["after P1D"]] } ]
        """
        .formatted(campaign, type);
  }
}
