package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.testkit.InMemoryWarehouse.Kept;
import java.util.List;
import java.util.stream.Stream;

/** What a warehouse in memory has taken in. Thread-safe. */
public final class InMemoryGlimpses implements Glimpses {

  private final InMemoryWarehouse warehouse;

  public InMemoryGlimpses(InMemoryWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public List<Glimpse> events(int most) {
    return warehouse.kept().reversed().stream()
        .map(Kept::judged)
        .filter(judged -> judged.outcome().counts())
        .flatMap(
            judged ->
                judged.signal() instanceof Signal.Happened(Event event)
                    ? Stream.of(new Glimpse(event.type(), event.properties()))
                    : Stream.empty())
        .limit(most)
        .toList();
  }

  @Override
  public List<Attributes> profiles(int most) {
    return warehouse.states().stream().map(UserState::profile).limit(most).toList();
  }
}
