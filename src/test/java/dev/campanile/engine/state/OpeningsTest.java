package dev.campanile.engine.state;

import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpeningsTest {

  private static final String PEN_IN_OSLO = "event paid where [[product eq 1], [city eq 2]]";
  private static final String INK_IN_OSLO = "event paid where [[product eq 3], [city eq 2]]";
  private static final String CHEAP = "event paid where price lt 20";

  private final Openings openings = of(PEN_IN_OSLO, INK_IN_OSLO, CHEAP);

  @Test
  void filesAnOpeningUnderTheValueThatFewestAskFor() {
    assertThat(openings.keyed()).containsOnlyKeys(Path.of("product"));
  }

  @Test
  void findsWhatAllValuesFit() {
    assertThat(places(Map.of("product", 1, "city", 2)))
        .containsExactlyInAnyOrder(PEN_IN_OSLO, "event paid");
    assertThat(places(Map.of("product", "1", "city", 2))).containsExactly("event paid");
    assertThat(places(Map.of("product", 1, "city", 3))).containsExactly("event paid");
    assertThat(places(Map.of("city", 2))).containsExactly("event paid");
  }

  @Test
  void findsAnOpeningByAnyOfItsValuesHoweverTheNumberIsWritten() {
    Openings several = of("event paid where product in 10 20");
    Map<String, Object> written = Map.of("product", new BigDecimal("2E+1"));
    assertThat(several.places(Attributes.NONE.with(written)))
        .containsExactly("event paid where product in 10 20");
  }

  private List<String> places(Map<String, ?> properties) {
    return openings.places(Attributes.NONE.with(properties));
  }

  private static Openings of(String... cells) {
    return Openings.of(
        Arrays.stream(cells).map(cell -> Opening.of(when(row(cell))).orElseThrow()).toList());
  }
}
