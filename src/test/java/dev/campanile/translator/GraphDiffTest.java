package dev.campanile.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.GraphDiff.Change;
import dev.campanile.translator.GraphDiff.Element;
import dev.campanile.translator.GraphDiff.Kind;
import org.junit.jupiter.api.Test;

final class GraphDiffTest {

  private static final CampaignGraph WAS =
      Languages.campaign(
          """
          campaign: c
          priority: 3
          entry:
            - { when: [["event start"]], to: wait }
          nodes: { wait: {}, old: {}, done: {} }
          edges:
            - { from: wait, to: old, when: [["event a"]] }
            - { from: wait, to: done, when: [["after P3D"]] }
          """);

  private static final CampaignGraph IS =
      Languages.campaign(
          """
          campaign: c
          tags: [promo]
          entry:
            - { when: [["event start"]], to: wait }
            - { when: [["event other"]], to: done }
          nodes: { wait: { actions: [ {log: {text: hi}} ] }, old: {}, done: {} }
          edges:
            - { from: wait, to: done, when: [["after P1D"]] }
            - { from: wait, to: old, when: [["event a"]] }
          """);

  @Test
  void namesWhatIsAddedRemovedAndChanged() {
    // when
    GraphDiff diff = GraphDiff.between(WAS, IS);
    // then
    assertThat(diff.changes())
        .extracting(Change::element, Change::name, Change::kind)
        .containsExactly(
            tuple(Element.FRAME, "priority", Kind.REMOVED),
            tuple(Element.FRAME, "tags", Kind.ADDED),
            tuple(Element.ENTRY, "entry-2", Kind.ADDED),
            tuple(Element.NODE, "wait", Kind.CHANGED),
            tuple(Element.EDGE, "wait-done", Kind.CHANGED),
            tuple(Element.RANK, "wait", Kind.CHANGED));
  }

  @Test
  void saysFromWhatToWhat() {
    // when
    Change edge =
        GraphDiff.between(WAS, IS).changes().stream()
            .filter(change -> change.element() == Element.EDGE)
            .findFirst()
            .orElseThrow();
    // then
    assertThat(edge.from()).contains("{ from: wait, to: done, when: [[\"after P3D\"]] }");
    assertThat(edge.to()).contains("{ from: wait, to: done, when: [[\"after P1D\"]] }");
  }

  @Test
  void isEmptyBetweenEquals() {
    assertThat(GraphDiff.between(IS, IS).changes()).isEmpty();
  }
}
