package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioSchemaTest {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ScenarioSchemaTest.class.getResourceAsStream("/schema/scenario.json"));

  private static final ScenarioReader READER = new ScenarioReader(new SnakeYamlTreeParser());

  @ParameterizedTest
  @EnumSource
  void hasExactlyTheKeysThatTheReaderAccepts(ScenarioShape shape) {
    // when
    JsonNode definition =
        SCHEMA.getSchemaNode().at("/$defs/" + shape.name().toLowerCase(Locale.ROOT));
    // then
    assertThat(definition.at("/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(definition.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("files")
  void filesAreValidAndRead(String text) {
    // when // then
    assertThat(SCHEMA.validate(json(text), InputFormat.JSON)).isEmpty();
    assertThat(READER.read(text)).isInstanceOf(ScenarioReader.Told.Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ scenario: a, steps: [ { then: { at: n } } ], scenarios: [] }",
        "{ scenario: a, campaign: a.yaml, campaigns: [ a.yaml ], steps: [ { then: { at: n } } ] }",
        "{ scenario: a, steps: [ { event: x } ] }",
        "{ scenario: a, steps: [ {}, { then: { at: n } } ] }",
        "{ scenario: a, steps: [ { at: 2026-01-01, after: P1D, then: { at: n } } ] }",
        "{ scenario: a, steps: [ { event: x, profile: {}, then: { at: n } } ] }",
        "{ scenario: a, steps: [ { with: {}, then: { at: n } } ] }",
        "{ scenario: a, steps: [ { then: {} } ] }",
        "{ scenario: a, given: { actions: { a: works } }, steps: [ { then: { at: n } } ] }",
        "{ scenario: a, given: { lists: [ a.txt ] }, steps: [ { then: { at: n } } ] }",
        "{ scenario: a, given: { at: noon }, steps: [ { then: { at: n } } ] }",
        "{ scenario: a, steps: [ { event: x, times: 0, then: { at: n } } ] }"
      })
  void refusesWhatTheReaderRefuses(String text) {
    // when // then
    assertThat(SCHEMA.validate(json(text), InputFormat.JSON)).isNotEmpty();
    assertThat(READER.read(text)).isInstanceOf(ScenarioReader.Told.Refused.class);
  }

  /** The demo scenarios, and those of docs/scenarios.md. */
  static Stream<String> files() throws IOException {
    List<Path> demos;
    try (Stream<Path> found = Files.list(Path.of("campaigns"))) {
      demos = found.filter(file -> FileNames.ofScenarios(file.getFileName().toString())).toList();
    }
    Stream.Builder<String> texts = Stream.builder();
    for (Path demo : demos) {
      texts.add(Files.readString(demo));
    }
    Pattern.compile("(?s)```yaml\n(# \\S+\\.scenario\\.yaml\n.*?)```")
        .matcher(Files.readString(Path.of("docs/scenarios.md")))
        .results()
        .forEach(block -> texts.add(block.group(1)));
    return texts.build();
  }

  private static String json(String text) {
    var parsed = (TreeParser.Parsed.Whole) new SnakeYamlTreeParser().parse(text);
    return JsonText.of(parsed.tree());
  }
}
