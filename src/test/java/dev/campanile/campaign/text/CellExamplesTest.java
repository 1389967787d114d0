package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.testkit.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples that the forms of the application are tested with are cells as they are read here.
 */
class CellExamplesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLES = Path.of("src/main/webui/src/panels/trigger/examples.json");

  static List<JsonNode> examples() throws IOException {
    var all = new ArrayList<JsonNode>();
    JSON.readTree(EXAMPLES.toFile()).forEach(all::add);
    return all;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isReadAsTheExampleSays(JsonNode example) throws IOException {
    // when
    CellReading ofText = Languages.READER.cell(example.path("text").asText(), Site.INSIDE);
    CellReading ofObject =
        Languages.READER.cellOfObject(example.path("object").toString(), Site.INSIDE);
    // then
    assertThat(ofText).isEqualTo(ofObject).isInstanceOf(CellReading.Read.class);
    var condition = ((CellReading.Read) ofText).condition();
    assertThat(CampaignText.text(condition)).isEqualTo(example.path("text").asText());
    assertThat(JSON.readTree(CampaignText.object(condition))).isEqualTo(example.path("object"));
  }
}
