package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.campaign;
import static dev.campanile.testkit.Languages.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignSchemaTest {

  /** Files of the campaign folder that are about all campaigns. */
  private static final Set<String> NO_CAMPAIGNS = Set.of("caps.yaml", "pools.yaml");

  static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(CampaignSchemaTest.class.getResourceAsStream("/schema/campaign.json"));

  private static final List<JsonNode> DEFINITIONS =
      Stream.of("campaign", "caps").map(CampaignSchemaTest::definitions).toList();

  @ParameterizedTest
  @EnumSource
  void hasExactlyTheKeysThatTheReaderAccepts(Shape shape) {
    // when
    JsonNode definition =
        DEFINITIONS.stream()
            .map(definitions -> definitions.path(nameOf(shape)))
            .filter(JsonNode::isObject)
            .findFirst()
            .orElseThrow();
    // then
    assertThat(definition.at("/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(definition.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void hasNoClosedMappingThatTheReaderDoesNotKnow() {
    // when
    List<String> closed = new ArrayList<>();
    for (JsonNode definitions : DEFINITIONS) {
      definitions
          .fields()
          .forEachRemaining(
              definition -> {
                if (definition.getValue().path("additionalProperties").isBoolean()) {
                  closed.add(definition.getKey());
                }
              });
    }
    // then
    assertThat(closed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Shape.values()).map(CampaignSchemaTest::nameOf).toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void filesAreValid(Path path) throws IOException {
    // given
    var parsed = (TreeParser.Parsed.Whole) new SnakeYamlTreeParser().parse(Files.readString(path));
    // when
    Set<ValidationMessage> messages = SCHEMA.validate(JsonText.of(parsed.tree()), InputFormat.JSON);
    // then
    assertThat(messages).isEmpty();
  }

  @Test
  void refusesUnknownKeys() {
    // given
    String json =
        CampaignText.json(campaign(file("design.yaml"))).replace("\"schedule\"", "\"shedule\"");
    // when
    Set<ValidationMessage> messages = SCHEMA.validate(json, InputFormat.JSON);
    // then
    assertThat(messages).isNotEmpty();
  }

  /** The example of the design, and the demo campaigns where there are some. */
  static List<Path> files() throws IOException {
    var files = new ArrayList<Path>(List.of(Path.of("src/test/resources/campaigns/design.yaml")));
    Path demos = Path.of("campaigns");
    if (Files.isDirectory(demos)) {
      try (Stream<Path> found = Files.list(demos)) {
        found.filter(CampaignSchemaTest::isCampaign).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static JsonNode definitions(String schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            CampaignSchemaTest.class.getResourceAsStream("/schema/%s.json".formatted(schema)))
        .getSchemaNode()
        .path("$defs");
  }

  private static boolean isCampaign(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".yaml") && !NO_CAMPAIGNS.contains(name) && !FileNames.ofScenarios(name);
  }

  private static String nameOf(Shape shape) {
    return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
