package dev.campanile.engine.action;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.text.Excerpt;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The channels that there are, by kind. */
public final class Channels {

  private static final String WEBHOOK = "webhook";

  private final Map<String, Channel> byKind;

  public Channels(Collection<? extends Channel> channels) {
    Map<String, Channel> sorted = new TreeMap<>();
    for (Channel channel : channels) {
      if (sorted.put(channel.kind(), channel) != null) {
        throw new IllegalArgumentException(
            "Expected one channel for each kind, but got two for '%s'.".formatted(channel.kind()));
      }
    }
    this.byKind = Collections.unmodifiableMap(sorted);
  }

  public Collection<Channel> all() {
    return byKind.values();
  }

  public Optional<Channel> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** What is wrong with an action as written, each as "Expected …, but …."; empty if nothing is. */
  public List<String> problems(Action action) {
    return of(action.kind())
        .map(channel -> channel.problems(action.parameters()))
        .orElseGet(() -> List.of((unknown(action.kind()) + "\n" + advice(action.kind())).strip()));
  }

  /** The names of what actions of a kind result in; empty for a kind that has no channel. */
  public Optional<Set<String>> results(String kind) {
    return of(kind).map(Channel::results);
  }

  /** What is done to values before they stand in a text among the parameters of a kind. */
  public Escape escape(String kind, Path parameter) {
    return of(kind)
        .map(channel -> channel.escape(parameter))
        .orElseGet(() -> Escape.usual(parameter));
  }

  /** The problem with a kind that has no channel, as one line. */
  String unknown(String kind) {
    return "Expected a channel of %s, but got %s."
        .formatted(String.join(", ", byKind.keySet()), Excerpt.of(kind));
  }

  private String advice(String kind) {
    String nearest = Excerpt.nearest(kind, byKind.keySet());
    return nearest.isEmpty() && byKind.containsKey(WEBHOOK)
        ? "Maybe use 'webhook' to reach a service that can."
        : nearest;
  }
}
