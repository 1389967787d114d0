package dev.campanile.engine.plan;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.plan.Prospect.Fate;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Crowds.Spot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what would become of users by doing it to copies of their states: the very step that
 * publishing brings them. Not thread-safe.
 */
public final class Forecast implements AutoCloseable {

  /**
   * One participation's prospect.
   *
   * @param wakeAt when time alone may move it next
   */
  public record Told(Prospect prospect, Optional<Instant> wakeAt) {}

  private final StateControl control;
  private final CampaignKey candidate;
  private final Instant now;

  /**
   * @param book in which the candidate is open
   */
  public Forecast(RuleBook book, CampaignKey candidate, Instant now) {
    this.control = new StateControl(book);
    this.candidate = candidate;
    this.now = now;
  }

  /** What would become of the participations that a user has at a spot. */
  public List<Told> of(UserState state, Spot spot) {
    List<Participation> there =
        state.participations().stream().filter(one -> isAt(one, spot)).toList();
    if (there.isEmpty()) {
      return List.of();
    }
    Step step = control.step(state, new Signal.Migrated(state.user(), candidate, now), now);
    List<Told> told = new ArrayList<>();
    there.forEach(one -> told.add(told(one, step)));
    return told;
  }

  @Override
  public void close() {
    control.close();
  }

  private static boolean isAt(Participation one, Spot spot) {
    return one.active() && one.campaign().equals(spot.campaign()) && one.node().equals(spot.node());
  }

  private static Told told(Participation before, Step step) {
    Participation after =
        Stream.concat(step.state().participations().stream(), step.over().stream())
            .filter(one -> one.id().equals(before.id()))
            .findFirst()
            .orElse(before);
    List<String> orders =
        step.orders().stream()
            .filter(order -> order.key().participation().equals(before.id()))
            .map(Prospect::label)
            .toList();
    return new Told(
        new Prospect(
            fate(after, step),
            after.campaign().version(),
            after.node(),
            after.active() ? Optional.empty() : Optional.of(after.status()),
            orders),
        after.wakeAt());
  }

  private static Fate fate(Participation after, Step step) {
    if (!after.active()) {
      return Fate.ENDS;
    }
    Fate fate = Fate.STAYS;
    for (Fact fact : step.facts()) {
      if (fact instanceof Fact.Moved moved && moved.participation().equals(after.id())) {
        return Fate.MOVES;
      }
      if (fact instanceof Fact.Migrated gone && gone.participation().equals(after.id())) {
        fate = Fate.WAITS;
      }
    }
    return fate;
  }
}
