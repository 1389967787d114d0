package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What references of a campaign can ask for: event, entry, user, and the results of its actions.
 */
final class Scopes {

  /** Why a reference can never have a value. */
  record Objection(String message, String advice) {}

  private static final Set<String> ALWAYS = Set.of("event", "entry", "user");

  private final Map<String, Action> actions = new TreeMap<>();
  private final Offer offer;

  Scopes(CampaignGraph graph, Offer offer) {
    this.offer = offer;
    graph.nodes().values().stream()
        .flatMap(node -> node.actions().stream())
        .forEach(action -> actions.put(action.id().text(), action));
  }

  /**
   * @param name the first step into the scope; empty where the scope itself is asked for
   */
  Optional<Objection> objection(String scope, Optional<String> name) {
    if (!ALWAYS.contains(scope) && !actions.containsKey(scope)) {
      return Optional.of(unknown(scope));
    }
    if (name.isEmpty()) {
      return Optional.of(
          new Objection(
              "Expected a value of '%s', but it has none itself.".formatted(scope),
              "Maybe use {%s.…}.".formatted(scope)));
    }
    return Optional.ofNullable(actions.get(scope))
        .flatMap(action -> offer.results(action.kind()))
        .filter(results -> !results.contains(name.get()))
        .map(results -> noResult(scope, name.get(), results));
  }

  private Objection unknown(String scope) {
    String ids = actions.isEmpty() ? "" : ", or an action: " + String.join(", ", actions.keySet());
    List<String> known = new ArrayList<>(ALWAYS);
    known.addAll(actions.keySet());
    String near = Excerpt.nearest(scope, known);
    return new Objection(
        "Expected a reference to what is known, but there is no '%s'.".formatted(scope),
        near.isEmpty() ? "Maybe use event, entry or user%s.".formatted(ids) : near);
  }

  private static Objection noResult(String scope, String name, Set<String> results) {
    var sorted = new TreeSet<>(results);
    String near =
        Excerpt.nearest(
            scope + "." + name, sorted.stream().map(result -> scope + "." + result).toList());
    return new Objection(
        sorted.isEmpty()
            ? "Expected no result of '%s', as it has none, but got '%s'.".formatted(scope, name)
            : "Expected a result of '%s' (%s), but got '%s'."
                .formatted(scope, String.join(", ", sorted), name),
        near);
  }
}
