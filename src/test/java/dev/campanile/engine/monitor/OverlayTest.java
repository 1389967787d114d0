package dev.campanile.engine.monitor;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.monitor.Overlay.Place;
import dev.campanile.engine.monitor.Overlay.Way;
import dev.campanile.engine.monitor.Pulses.Errors;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.monitor.Pulses.Pulse;
import dev.campanile.engine.monitor.Pulses.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OverlayTest {

  private static final CampaignGraph GRAPH =
      aCampaign("welcome")
          .entering("wait", when(row("event start")))
          .moving("wait", "done", when(row("event end")))
          .graph();

  @Test
  void showsEveryNodeAndEdgeThoughNothingHasHappened() {
    // when
    Overlay overlay = overlay(List.of(), List.of());
    // then
    assertThat(overlay.nodes())
        .containsExactly(Map.entry("wait", new Place(0, 0)), Map.entry("done", new Place(0, 0)));
    assertThat(overlay.edges())
        .containsExactly(
            Map.entry("entry-1", new Way(0, 0)), Map.entry("wait-done", new Way(0, 0)));
  }

  @Test
  void countsOtherVersionsWhereTheyShareNames() {
    // when
    Overlay overlay =
        overlay(
            List.of(waiting(1, "wait", 2), waiting(2, "wait", 3)),
            List.of(moved(1, "entry-1", "wait", 5, 1), moved(2, "entry-1", "wait", 4, 2)));
    // then
    assertThat(overlay.nodes()).containsEntry("wait", new Place(5, 9));
    assertThat(overlay.edges()).containsEntry("entry-1", new Way(9, 3));
    assertThat(overlay.entered()).isEqualTo(9);
    assertThat(overlay.former()).isEmpty();
  }

  @Test
  void tellsApartThoseWhoWaitWhereTheGraphHasNoNode() {
    // when
    Overlay overlay =
        overlay(
            List.of(waiting(1, "hall", 2)),
            List.of(
                moved(1, "wait-hall", "hall", 7, 0),
                moved(1, "hall-attic", "attic", 5, 0),
                moved(2, "wait-hall", "hall", 1, 0)));
    // then
    assertThat(overlay.former()).containsOnlyKeys(1);
    assertThat(overlay.former().get(1)).containsExactly(Map.entry("hall", new Place(2, 7)));
    assertThat(overlay.edges()).doesNotContainKey("wait-hall");
  }

  @Test
  void addsUpHowItEndedAndWhatRefused() {
    // when
    Overlay overlay =
        overlay(
            List.of(),
            List.of(
                new Flow(1, Kind.ENDED, "EXITED", "wait", 2, 0),
                new Flow(2, Kind.ENDED, "EXITED", "done", 1, 0),
                new Flow(2, Kind.REACHED, "goal", "wait", 4, 0),
                new Flow(2, Kind.REFUSED, "LIMIT", "", 6, 0)));
    // then
    assertThat(overlay.ended()).containsExactly(Map.entry("EXITED", 3L));
    assertThat(overlay.refused()).containsExactly(Map.entry("LIMIT", 6L));
    assertThat(overlay.reached()).isEqualTo(4);
    assertThat(overlay.entered()).isZero();
  }

  private static Overlay overlay(List<Waiting> waiting, List<Flow> flows) {
    return Overlay.of(new Pulse(waiting, flows, new Errors(0, 0, 0, 0)), GRAPH);
  }

  private static Waiting waiting(int version, String node, long count) {
    return new Waiting(version, new NodeId(node), count);
  }

  private static Flow moved(int version, String edge, String to, long total, long lastMinute) {
    return new Flow(version, Kind.MOVED, edge, to, total, lastMinute);
  }
}
