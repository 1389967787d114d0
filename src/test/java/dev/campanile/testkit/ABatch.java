package dev.campanile.testkit;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Dead;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.engine.warehouse.Writes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A batch for tests of stores: its records follow each other from the owned offset on. */
public final class ABatch {

  private final Ownership mine;
  private final Map<UserId, UserState> before = new HashMap<>();
  private final Map<UserId, UserState> after = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();
  private final List<Dead> dead = new ArrayList<>();

  private ABatch(Ownership mine) {
    this.mine = mine;
  }

  public static ABatch at(Ownership mine) {
    return new ABatch(mine);
  }

  /** The state that was loaded, where it is not that of an unknown user. */
  public ABatch loaded(UserState state) {
    before.put(state.user(), state);
    return this;
  }

  /** A signal that leaves its user as the state says. */
  public ABatch judged(Signal signal, UserState state) {
    return judged(signal, Step.unchanged(state, Outcome.APPLIED));
  }

  public ABatch judged(Signal signal, Step step) {
    after.put(step.state().user(), step.state());
    return add(signal, step);
  }

  /** A signal that changes nothing. */
  public ABatch classed(Signal signal, Outcome outcome) {
    var unchanged = UserState.unknown(signal.user());
    return add(signal, Step.unchanged(unchanged, outcome));
  }

  public ABatch dead(String payload) {
    dead.add(new Dead(next(), "", payload, "It is no signal."));
    return this;
  }

  public Writes writes() {
    return new Writes(next(), before, after, judged, dead, Map.of(), tallied(), "book-1");
  }

  /** Runs it in a transaction of its own. */
  public Ownership commit(DataWarehouse warehouse) {
    try (var batch = warehouse.begin(mine)) {
      batch.write(writes());
      return batch.commit();
    }
  }

  public static Step step(
      UserState state, List<Order> orders, List<Fact> facts, List<Participation> over) {
    return new Step(state, Outcome.APPLIED, orders, facts, over);
  }

  private ABatch add(Signal signal, Step step) {
    judged.add(new Judged(next(), signal, step));
    return this;
  }

  private long next() {
    return mine.nextOffset() + judged.size() + dead.size();
  }

  private Tallied tallied() {
    long events = judged.stream().filter(one -> one.signal() instanceof Signal.Happened).count();
    return new Tallied(
        events + dead.size(),
        count(Outcome.APPLIED),
        count(Outcome.NO_MATCH),
        count(Outcome.DUPLICATE),
        count(Outcome.LATE),
        count(Outcome.ILLEGAL),
        count(Outcome.DEAD) + dead.size(),
        judged.size() - events,
        judged.stream().mapToLong(one -> one.step().facts().size()).sum(),
        judged.stream().mapToLong(one -> one.step().orders().size()).sum());
  }

  private long count(Outcome outcome) {
    return judged.stream()
        .filter(one -> one.signal() instanceof Signal.Happened && one.outcome() == outcome)
        .count();
  }
}
