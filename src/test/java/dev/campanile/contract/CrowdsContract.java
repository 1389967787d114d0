package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.ended;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import dev.campanile.engine.warehouse.Crowds.Spot;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.ABatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody does who knows who is where. */
abstract class CrowdsContract {

  private static final UserId ANNA = new UserId("anna");
  private static final UserId BEN = new UserId("ben");
  private static final UserId CLEO = new UserId("cleo");
  private static final CampaignKey NEXT = new CampaignKey(WELCOME.id(), WELCOME.version() + 1);
  private static final NodeId NODE = waiting("p", WELCOME, Optional.empty()).node();
  private static final Spot SPOT = new Spot(WELCOME, NODE);

  private Crowds crowds;

  abstract DataWarehouse empty();

  abstract Crowds crowds();

  @BeforeEach
  void begin() {
    DataWarehouse warehouse = empty();
    Participation over = ended(waiting("p-5", WELCOME, Optional.empty()));
    ABatch.at(warehouse.claim(0, "test"))
        .judged(
            event(ANNA, "e-1", NOON),
            state(
                ANNA,
                1,
                waiting("p-1", WELCOME, Optional.empty()),
                waiting("p-2", WELCOME, Optional.empty())))
        .judged(event(BEN, "e-1", NOON), state(BEN, 1, waiting("p-3", NEXT, Optional.empty())))
        .judged(event(CLEO, "e-1", NOON), state(CLEO, 1, waiting("p-4", WELCOME, Optional.empty())))
        .judged(
            event(new UserId("dora"), "e-1", NOON),
            ABatch.step(state(new UserId("dora"), 1), List.of(), List.of(), List.of(over)))
        .commit(warehouse);
    crowds = crowds();
  }

  @Test
  void countsThoseWhoAreThereByVersionAndNode() {
    assertThat(crowds.of(WELCOME.id()))
        .containsExactly(new Crowd(SPOT, 3, 2), new Crowd(new Spot(NEXT, NODE), 1, 1));
    assertThat(crowds.of(SPRING.id())).isEmpty();
  }

  @Test
  void tellsHowManyAreInEachCampaignThatHasAny() {
    assertThat(crowds.sizes()).isEqualTo(Map.of(WELCOME.id(), 4L));
  }

  @Test
  void tellsWhereAnybodyIs() {
    assertThat(crowds.spots(WELCOME.id())).containsExactly(SPOT, new Spot(NEXT, NODE));
    assertThat(crowds.spots(SPRING.id())).isEmpty();
  }

  @Test
  void namesThemInOrder() {
    assertThat(crowds.at(SPOT, Optional.empty(), 9)).containsExactly(ANNA, CLEO);
    assertThat(crowds.at(SPOT, Optional.empty(), 1)).containsExactly(ANNA);
    assertThat(crowds.at(SPOT, Optional.of(ANNA), 9)).containsExactly(CLEO);
    assertThat(crowds.at(new Spot(WELCOME, new NodeId("none")), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void takesTheSameSampleEachTime() {
    assertThat(crowds.sample(SPOT, 9)).containsExactlyInAnyOrder(ANNA, CLEO);
    assertThat(crowds.sample(SPOT, 1)).hasSize(1).isEqualTo(crowds.sample(SPOT, 1));
  }
}
