package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.full;
import static dev.campanile.testkit.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.engine.warehouse.Glimpses.Glimpse;
import dev.campanile.testkit.ABatch;
import org.junit.jupiter.api.Test;

/** What everybody does who has a look at what has come in. */
abstract class GlimpsesContract {

  private static final UserId ANNA = new UserId("anna");
  private static final UserId BEN = new UserId("ben");

  abstract DataWarehouse empty();

  abstract Glimpses glimpses();

  @Test
  void seesNothingAtFirst() {
    // given
    empty();
    // then
    assertThat(glimpses().events(9)).isEmpty();
    assertThat(glimpses().profiles(9)).isEmpty();
  }

  @Test
  void seesEventsThatCountedAndProfiles() {
    // given
    DataWarehouse warehouse = empty();
    Signal.Happened seen = event(ANNA, "e-1", NOON);
    UserState known = full(ANNA, 1);
    // when
    ABatch.at(warehouse.claim(0, "test"))
        .judged(seen, known)
        .classed(event(BEN, "e-2", NOON), Outcome.LATE)
        .commit(warehouse);
    // then
    assertThat(glimpses().events(9))
        .containsExactly(new Glimpse(seen.event().type(), seen.event().properties()));
    assertThat(glimpses().profiles(9)).contains(known.profile());
  }

  @Test
  void looksAtNoMoreThanItIsAskedFor() {
    // given
    DataWarehouse warehouse = empty();
    ABatch.at(warehouse.claim(0, "test"))
        .judged(event(ANNA, "e-1", NOON), state(ANNA, 1))
        .judged(event(BEN, "e-2", NOON), state(BEN, 1))
        .commit(warehouse);
    // then
    assertThat(glimpses().events(1)).hasSize(1);
    assertThat(glimpses().profiles(1)).hasSize(1);
  }
}
