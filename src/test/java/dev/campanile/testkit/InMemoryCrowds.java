package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Crowds;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is where inside campaigns, by a warehouse in memory. Thread-safe. */
public final class InMemoryCrowds implements Crowds {

  private record Place(Spot spot, UserId user) {}

  private final InMemoryWarehouse warehouse;

  public InMemoryCrowds(InMemoryWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public List<Crowd> of(CampaignId campaign) {
    List<Place> places =
        places().filter(place -> place.spot().campaign().id().equals(campaign)).toList();
    return places.stream()
        .map(Place::spot)
        .distinct()
        .sorted(
            Comparator.comparing((Spot spot) -> spot.campaign().version())
                .thenComparing(spot -> spot.node().text()))
        .map(spot -> crowd(spot, places))
        .toList();
  }

  @Override
  public Map<CampaignId, Long> sizes() {
    return places()
        .collect(
            Collectors.groupingBy(place -> place.spot().campaign().id(), Collectors.counting()));
  }

  @Override
  public List<Spot> spots(CampaignId campaign) {
    return of(campaign).stream().map(Crowd::spot).toList();
  }

  @Override
  public List<UserId> at(Spot spot, Optional<UserId> after, int most) {
    return places()
        .filter(place -> place.spot().equals(spot))
        .map(Place::user)
        .distinct()
        .sorted()
        .filter(user -> after.isEmpty() || user.compareTo(after.get()) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public List<UserId> sample(Spot spot, int most) {
    return at(spot, Optional.empty(), most);
  }

  private static Crowd crowd(Spot spot, List<Place> places) {
    List<Place> there = places.stream().filter(place -> place.spot().equals(spot)).toList();
    Set<UserId> users = new HashSet<>();
    there.forEach(place -> users.add(place.user()));
    return new Crowd(spot, there.size(), users.size());
  }

  private Stream<Place> places() {
    return warehouse.states().stream().flatMap(InMemoryCrowds::places);
  }

  private static Stream<Place> places(UserState state) {
    return state.participations().stream()
        .filter(Participation::active)
        .map(one -> new Place(new Spot(one.campaign(), one.node()), state.user()));
  }
}
