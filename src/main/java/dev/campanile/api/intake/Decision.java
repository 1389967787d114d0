package dev.campanile.api.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Step;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one event did, or would do.
 *
 * @param outcome the class the ledger counts it in, in lower case
 * @param dryRun whether nothing was changed
 * @param reasons what became of every trigger that might have held, where it was asked for
 */
public record Decision(
    String outcome,
    boolean dryRun,
    List<Edge> edges,
    List<Ordered> orders,
    List<Refusal> refusals,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Reasons>> reasons) {

  /** A way that was followed; without {@code from} it is an entry. */
  public record Edge(
      String campaign,
      int version,
      String participation,
      String edge,
      Optional<String> from,
      String to) {}

  /** An action that was ordered. */
  public record Ordered(
      String key,
      String campaign,
      int version,
      String node,
      String action,
      String kind,
      Map<String, Object> parameters) {}

  /** An entry whose trigger held, and yet the user did not enter. */
  public record Refusal(String campaign, int version, String edge, String reason, String detail) {}

  static Decision of(Step step, boolean dryRun, boolean explained) {
    return new Decision(
        step.outcome().name().toLowerCase(Locale.ROOT),
        dryRun,
        facts(step, Fact.Moved.class).map(Decision::edge).toList(),
        step.orders().stream().map(Decision::ordered).toList(),
        facts(step, Fact.Refused.class).map(Decision::refusal).toList(),
        explained
            ? Optional.of(step.judgments().stream().map(Reasons::of).toList())
            : Optional.empty());
  }

  private static <F extends Fact> Stream<F> facts(Step step, Class<F> kind) {
    return facts(step.facts(), kind);
  }

  public static <F extends Fact> Stream<F> facts(List<Fact> facts, Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast);
  }

  public static Edge edge(Fact.Moved moved) {
    return new Edge(
        moved.campaign().id().text(),
        moved.campaign().version(),
        moved.participation(),
        edge(moved.rule()),
        moved.from().map(Object::toString),
        moved.to().text());
  }

  static Ordered ordered(Order order) {
    return new Ordered(
        order.key().toString(),
        order.campaign().id().text(),
        order.campaign().version(),
        order.node().text(),
        order.action().text(),
        order.kind(),
        order.parameters().values());
  }

  public static Refusal refusal(Fact.Refused refused) {
    return new Refusal(
        refused.campaign().id().text(),
        refused.campaign().version(),
        edge(refused.rule()),
        refused.reason().name().toLowerCase(Locale.ROOT),
        refused.detail());
  }

  /** Of {@code campaign@version/edge}. */
  static String edge(String rule) {
    return rule.substring(rule.indexOf('/') + 1);
  }
}
