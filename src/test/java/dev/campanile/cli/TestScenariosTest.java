package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Goldens;
import dev.campanile.testkit.ScenarioCommand;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

final class TestScenariosTest {

  private static final String CAMPAIGN =
      """
      campaign: c
      entry: [ { when: [["event start"]], to: wait } ]
      nodes: { wait: { actions: [ { log: { text: "Hi" } } ] }, done: {} }
      edges: [ { from: wait, to: done, when: [["event end", "after P1D"]] } ]
      """;

  private static final String PASSING =
      """
      scenario: It ends
      steps: [ { event: start }, { event: end, then: { ended: done } } ]
      """;

  private static final String FAILING =
      """
      scenarios:
        - scenario: It <waits> & "waits"
          steps: [ { event: start, then: { at: wait } }, { after: P1D, then: { at: wait } } ]
        - scenario: It ends
          steps: [ { event: start }, { after: P1D, then: { ended: done } } ]
        - scenario: Nobody knows the node
          steps: [ { event: start, then: { at: waitt } } ]
      """;

  @TempDir Path folder;
  @TempDir Path compiled;
  private ScenarioCommand command;

  @BeforeEach
  void start() {
    command = new ScenarioCommand(compiled);
  }

  @Test
  void theDemoCampaignsDoWhatTheirScenariosSay() throws IOException {
    // when
    int exitCode = command.run("campaigns");
    // then
    assertThat(command.out()).doesNotContain("FAIL");
    assertThat(exitCode).isZero();
    for (Path campaign : CampaignFiles.in(List.of(Path.of("campaigns")))) {
      assertThat(command.out()).contains(campaign.toString().replace(".yaml", ".scenario.yaml"));
    }
  }

  @Test
  void tellsFailuresAndBrokenFilesAmongThoseThatPass() throws IOException {
    // given
    write("c.yaml", CAMPAIGN);
    write("c.scenario.yaml", PASSING);
    write("c.failing.scenario.yaml", FAILING);
    write("c.torn.scenario.yaml", "scenario: x\nstep: []\n");
    write("stray.scenario.yaml", PASSING);
    write("named.scenario.yaml", "campaigns: [ c.yaml, d.yaml ]\n" + PASSING);
    write("broken.yaml", CAMPAIGN.replace("to: done", "to: gone"));
    write("broken.scenario.yaml", PASSING);
    // when
    int exitCode = command.run(folder.toString());
    // then
    assertThat(exitCode).isEqualTo(1);
    Goldens.verify("scenarios.txt", command.out().replace(folder + "/", ""));
  }

  @Test
  void reportsAsJUnitDoes() throws Exception {
    // given
    write("c.yaml", CAMPAIGN);
    write("c.scenario.yaml", PASSING);
    write("c.failing.scenario.yaml", FAILING);
    Path report = folder.resolve("report.xml");
    // when
    int exitCode = command.run(folder.toString(), "--report", report.toString());
    // then
    assertThat(exitCode).isEqualTo(1);
    String xml = Files.readString(report);
    Document document = parsed(xml);
    Element suites = document.getDocumentElement();
    assertThat(suites.getTagName()).isEqualTo("testsuites");
    assertThat(counts(suites)).containsExactly("4", "1", "1", "0");
    assertThat(elements(document, "testsuite"))
        .extracting(suite -> suite.getAttribute("name"))
        .containsExactly(
            folder.resolve("c.failing.scenario.yaml").toString(),
            folder.resolve("c.scenario.yaml").toString());
    assertThat(elements(document, "testcase"))
        .extracting(one -> one.getAttribute("name") + " " + one.getAttribute("line"))
        .contains("It <waits> & \"waits\" 2", "It ends 1");
    Element failure = elements(document, "failure").getFirst();
    assertThat(failure.getAttribute("message")).startsWith("Expected anna at 'wait', but");
    assertThat(failure.getTextContent())
        .startsWith("FAIL  ")
        .contains("c.failing.scenario.yaml:3:78", "time: moved to done, ended at done");
    assertThat(elements(document, "error").getFirst().getAttribute("message"))
        .endsWith("Expected a node of the campaign, but got 'waitt'. Maybe you meant 'wait'.");
  }

  @Test
  void putsTheUserOnTheListsThatTheScenarioNames() throws IOException {
    // given
    write("c.yaml", CAMPAIGN + "audience: { list: vip.csv }\n");
    write("vip.csv", "anna\n");
    write(
        "c.scenario.yaml",
        """
        scenarios:
          - { scenario: file, steps: [ { event: start, then: { at: wait } } ] }
          - { scenario: none, given: { lists: [] }, steps: [ { event: start, then: { refused: audience } } ] }
          - { scenario: eve, given: { user: eve }, steps: [ { event: start, then: { refused: audience } } ] }
          - { scenario: listed, given: { user: eve, lists: [ vip.csv ] }, steps: [ { event: start, then: { at: wait } } ] }
        """);
    // when
    int exitCode = command.run(folder.toString());
    // then
    assertThat(command.out()).doesNotContain("FAIL").contains("4 of 4 scenarios passed");
    assertThat(exitCode).isZero();
  }

  @Test
  void comesToTheSameEveryTime() throws IOException {
    // given
    write("c.yaml", CAMPAIGN);
    write("c.failing.scenario.yaml", FAILING);
    var again = new ScenarioCommand(compiled);
    // when
    command.run(folder.toString(), "--report", folder.resolve("1.xml").toString());
    again.run(folder.toString(), "--report", folder.resolve("2.xml").toString());
    // then
    assertThat(again.out()).isEqualTo(command.out());
    assertThat(folder.resolve("2.xml")).hasSameTextualContentAs(folder.resolve("1.xml"));
  }

  @Test
  void saysHowItIsUsed() throws IOException {
    // given
    write("c.yaml", CAMPAIGN);
    // when // then
    assertThat(command.run(folder.toString())).isEqualTo(2);
    assertThat(command.run(folder.resolve("none.scenario.yaml").toString())).isEqualTo(2);
    assertThat(command.err())
        .contains("Expected scenario files (NAME.scenario.yaml), but there is none in ")
        .contains("Expected a file that can be read, but ");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<String> counts(Element element) {
    return Stream.of("tests", "failures", "errors", "skipped").map(element::getAttribute).toList();
  }

  private static List<Element> elements(Document document, String tag) {
    var nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> (Element) nodes.item(index))
        .toList();
  }
}
