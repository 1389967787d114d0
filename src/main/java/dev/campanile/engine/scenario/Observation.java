package dev.campanile.engine.scenario;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Expectation.Listed;
import dev.campanile.campaign.scenario.Expectation.Ordered;
import dev.campanile.campaign.scenario.Expectation.Refusal;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was seen, as an expectation that it meets. */
final class Observation {

  private final Cast cast;
  private final Seen seen;
  private final UserState state;

  Observation(Cast cast, Seen seen, UserState state) {
    this.cast = cast;
    this.seen = seen;
    this.state = state;
  }

  /** Where the user is and what was ordered always; everything else where there is some. */
  Expectation expectation() {
    List<String> here =
        state.participations().stream()
            .filter(Participation::active)
            .map(one -> cast.label(one.campaign().id(), one.node()))
            .toList();
    return new Expectation(
        Place.START,
        listed(here),
        passed(here) ? listed(seen.arrived) : Optional.empty(),
        some(seen.ended),
        Optional.of(new Listed<>(Place.START, orders())),
        some(seen.withheld),
        some(seen.skipped),
        refusals());
  }

  /** Whether the user came through a node and did not stay there. */
  private boolean passed(List<String> here) {
    Set<String> known = new HashSet<>(here);
    known.addAll(seen.ended);
    return !known.containsAll(seen.arrived);
  }

  private List<Ordered> orders() {
    return seen.orders.stream()
        .map(order -> cast.label(order.campaign().id(), order.action()))
        .map(action -> new Ordered(mention(action), Map.of()))
        .toList();
  }

  private Optional<Listed<Refusal>> refusals() {
    List<Refusal> refusals =
        seen.refused.stream()
            .map(
                refused ->
                    new Refusal(
                        cast.campaigns.size() == 1
                            ? Optional.empty()
                            : Optional.of(mention(refused.campaign().id().text())),
                        mention(Cast.label(refused.reason()))))
            .toList();
    return refusals.isEmpty() ? Optional.empty() : Optional.of(new Listed<>(Place.START, refusals));
  }

  private static Optional<Listed<Mention>> some(List<String> names) {
    return names.isEmpty() ? Optional.empty() : listed(names);
  }

  private static Optional<Listed<Mention>> listed(List<String> names) {
    return Optional.of(
        new Listed<>(Place.START, names.stream().map(Observation::mention).toList()));
  }

  private static Mention mention(String name) {
    return new Mention(name, Place.START);
  }
}
