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
  private static final NodeId WAIT = new NodeId("wait");
  private static final NodeId DONE = new NodeId("done");

  /** Without any layouts. */
  abstract Layouts layouts();

  @Test
  void hasNoneAtFirst() {
    assertThat(layouts().of(HELLO)).isEmpty();
  }

  @Test
  void letsTwoPeopleMoveNodesOfOneCampaign() {
    // given
    move(HELLO, Map.of(THANK, new Point(1, 2), DONE, new Point(-0.1, 1e9)));
    move(new CampaignId("other"), Map.of(THANK, new Point(7, 7)));
    // when
    Map<NodeId, Point> before = move(HELLO, Map.of(DONE, new Point(120.25, 3)));
    Map<NodeId, Point> nothing = move(HELLO, Map.of(WAIT, new Point(4, 4)));
    // then
    assertThat(before).isEqualTo(Map.of(DONE, new Point(-0.1, 1e9)));
    assertThat(nothing).isEmpty();
    assertThat(layouts().of(HELLO))
        .isEqualTo(
            Map.of(THANK, new Point(1, 2), DONE, new Point(120.25, 3), WAIT, new Point(4, 4)));
  }

  @Test
  void forgetsWhatNobodyHasMovedForLongest() {
    // given
    move(HELLO, Map.of(THANK, new Point(1, 1)));
    move(HELLO, Map.of(DONE, new Point(2, 2)));
    move(HELLO, Map.of(THANK, new Point(3, 3)));
    // when
    layouts().move(HELLO, Map.of(WAIT, new Point(4, 4)), 2);
    // then
    assertThat(layouts().of(HELLO))
        .isEqualTo(Map.of(THANK, new Point(3, 3), WAIT, new Point(4, 4)));
  }

  private Map<NodeId, Point> move(CampaignId campaign, Map<NodeId, Point> nodes) {
    return layouts().move(campaign, nodes, 10);
  }
}
