package dev.campanile.engine.scenario;

import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.engine.backtest.VirtualTime.Settlement;
import dev.campanile.engine.backtest.VirtualTime.Settling;
import dev.campanile.engine.state.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scenario's actions answer, and the orders that it has left under way. */
final class Replies implements Settling {

  private final Cast cast;
  private final Map<String, Answer> answers = new HashMap<>();
  private final List<Order> waiting = new ArrayList<>();

  Replies(Cast cast, Map<Mention, Answer> answers) {
    this.cast = cast;
    change(answers);
  }

  /** From now on. */
  void change(Map<Mention, Answer> others) {
    others.forEach((action, answer) -> answers.put(cast.actions.label(action), answer));
  }

  @Override
  public Optional<Settlement> of(Order order) {
    Answer answer = answers.getOrDefault(label(order), new Answer.Succeeds(Optional.empty()));
    Optional<Settlement> settlement = settlement(order, answer);
    if (settlement.isEmpty()) {
      waiting.add(order);
    }
    return settlement;
  }

  /** The orders of an action that are under way, which then are no longer. */
  List<Order> take(Mention action) {
    String label = cast.actions.label(action);
    List<Order> taken = waiting.stream().filter(order -> label(order).equals(label)).toList();
    waiting.removeAll(taken);
    return taken;
  }

  /** The actions with orders that are under way. */
  List<String> waiting() {
    return waiting.stream().map(this::label).distinct().toList();
  }

  static Optional<Settlement> settlement(Order order, Answer answer) {
    return switch (answer) {
      case Answer.Succeeds(var result) ->
          result.isPresent()
              ? Optional.of(new Settlement(true, result.get()))
              : SUCCEEDING.of(order);
      case Answer.Fails(var result) -> Optional.of(new Settlement(false, result));
      case Answer.Waits waits -> Optional.empty();
    };
  }

  private String label(Order order) {
    return cast.label(order.campaign().id(), order.action());
  }
}
