package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/campaign-file.md shows must be what the reader reads. */
class CampaignFilePageTest {

  private static final String CAMPAIGN =
      """
      campaign: page
      entry: [{ when: always, to: a }]
      nodes: { a: {} }
      edges:
        - from: a
          to: a
          when: %s
      """;

  @Test
  void wholeExampleReads() throws IOException {
    // given
    String example =
        blocks("yaml").filter(block -> block.startsWith("campaign:")).findFirst().orElseThrow();
    // when // then
    assertThat(problems(example)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void triggersRead(String trigger) {
    // when // then
    assertThat(problems(CAMPAIGN.formatted(trigger))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void cellsReadInBothForms(String cell) {
    // given
    String written = cell.startsWith("{") ? cell : JsonText.quoted(cell);
    // when // then
    assertThat(problems(CAMPAIGN.formatted("[[" + written + "]]"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void comparisonsRead(String where) {
    // when // then
    assertThat(
            problems(CAMPAIGN.formatted("[[" + JsonText.quoted("event x where " + where) + "]]")))
        .isEmpty();
  }

  static Stream<String> triggers() throws IOException {
    return blocks("yaml")
        .filter(block -> block.startsWith("when: "))
        .map(block -> block.substring(6).strip());
  }

  static Stream<String> comparisons() throws IOException {
    return blocks("").filter(block -> block.startsWith("amount")).flatMap(String::lines);
  }

  /** What stands in back quotes in the table of conditions, without what is only hinted at. */
  static Stream<String> cells() throws IOException {
    List<String> rows =
        page()
            .substring(page().indexOf("## Conditions"), page().indexOf("Both forms"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    return rows.stream()
        .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row).results())
        .map(match -> match.group(1))
        .filter(cell -> !cell.contains("…"));
  }

  private static Stream<String> blocks(String language) throws IOException {
    return Pattern.compile("(?s)```(\\w*)\n(.*?)```\n?")
        .matcher(page())
        .results()
        .filter(block -> block.group(1).equals(language))
        .map((MatchResult block) -> block.group(2));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/campaign-file.md"));
  }
}
