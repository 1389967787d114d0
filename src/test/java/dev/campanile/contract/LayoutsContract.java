package dev.campanile.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.draft.Layouts;
import dev.campanile.draft.Layouts.Point;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What everybody does who keeps layouts. */
abstract class LayoutsContract {

  private static final CampaignId HELLO = new CampaignId("hello");
  private static final NodeId THANK = new NodeId("thank");
  private static final NodeId DONE = new NodeId("done");

  /** Without any layouts. */
  abstract Layouts layouts();

  @Test
  void hasNoneAtFirst() {
    assertThat(layouts().of(HELLO)).isEmpty();
  }

  @Test
  void keepsTheLastOneAsAWhole() {
    // given
    layouts().keep(HELLO, Map.of(THANK, new Point(1, 2), DONE, new Point(-0.1, 1e9)));
    layouts().keep(new CampaignId("other"), Map.of(THANK, new Point(7, 7)));
    // when
    layouts().keep(HELLO, Map.of(DONE, new Point(120.25, 3)));
    // then
    assertThat(layouts().of(HELLO)).isEqualTo(Map.of(DONE, new Point(120.25, 3)));
  }

  @Test
  void canBeEmptied() {
    // given
    layouts().keep(HELLO, Map.of(THANK, new Point(1, 2)));
    // when
    layouts().keep(HELLO, Map.of());
    // then
    assertThat(layouts().of(HELLO)).isEmpty();
  }
}
