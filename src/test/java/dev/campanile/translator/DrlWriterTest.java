package dev.campanile.translator;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.Attached;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.state.Guard;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Stop;
import dev.campanile.testkit.Goldens;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goldens are rewritten by {@code mvn test -Dtest=DrlWriterTest -Dgolden.update=true}. */
final class DrlWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"welcome-coupon", "every-cell", "treacherous"})
  void writesWhatWasAgreed(String name) {
    // given
    var graph = Languages.campaign(Goldens.read(name + ".yaml"));
    // when
    RuleText text = DrlWriter.write(Languages.machine(new CampaignKey(graph.id(), 3), graph));
    // then
    Goldens.verify(name + ".drl", text.drl());
  }

  @Test
  void writesTheSameForEqualMachinesWhateverTheirOrder() {
    // given
    var always = when(row("always"));
    var here = aCampaign("c").moving("a", "b", always).moving("b", "c", always).version(1);
    var there = aCampaign("c").moving("b", "c", always).moving("a", "b", always).version(1);
    // when
    RuleText text = DrlWriter.write(here);
    // then
    assertThat(text).isEqualTo(DrlWriter.write(there));
  }

  @Test
  void givesEveryCampaignAPackageOfItsOwn() {
    // given
    var ids =
        List.of("a-b", "a_b", "a--b", "a__b", "a-_b", "a_-b", "a-0b", "a_0b", "1a", "a1", "A-b");
    // when
    var packages =
        ids.stream()
            .flatMap(id -> Stream.of(1, 11).map(v -> new CampaignKey(new CampaignId(id), v)))
            .map(DrlWriter::packageOf)
            .toList();
    // then
    assertThat(packages).doesNotHaveDuplicates().allMatch(SourceVersion::isName);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules tiers"})
  void refusesCellsThatNothingExecutes(String cell) {
    // given
    Machine machine = aCampaign("c").moving("a", "b", when(row(cell))).version(1);
    // when
    var refusal = assertThatThrownBy(() -> DrlWriter.write(machine));
    // then
    refusal
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Expected publishing to have refused '" + cell + "'.");
  }

  @Test
  void refusesARuleNameThatCouldEndAComment() {
    // given
    var graph = aCampaign("c").moving("a", "b", when(row("always"))).version(1).graph();
    var edge = new Edge("a*/b", new NodeId("a"), new NodeId("b"), when(row("always")));
    var guard = Guard.ofEdge("c@1/" + edge.id(), "c@1:a", edge.to(), edge.when(), BigDecimal.ZERO);
    var key = new CampaignKey(graph.id(), 1);
    var machine =
        new Machine(
            key,
            graph,
            Attached.NOTHING,
            Stop.of(List.of(guard)),
            noStops(graph.nodes().keySet()),
            Stop.of(List.of()),
            List.of(),
            Map.of());
    // when
    var refusal = assertThatThrownBy(() -> DrlWriter.write(machine));
    // then
    refusal.isInstanceOf(IllegalStateException.class).hasMessageContaining("c@1/a*/b");
  }

  private static Map<NodeId, Stop> noStops(Set<NodeId> nodes) {
    return nodes.stream().collect(Collectors.toMap(node -> node, node -> Stop.of(List.of())));
  }
}
