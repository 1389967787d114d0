package dev.campanile.campaign;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The frequency caps in force, across all campaigns. */
public record Caps(List<Cap> caps) {

  public static final Caps NONE = new Caps(List.of());

  public Caps {
    caps = List.copyOf(caps);
  }

  /** What an order counts for. */
  public Set<String> subjects(String kind, List<String> tags) {
    return caps.stream()
        .filter(cap -> cap.concerns(kind, tags))
        .map(Cap::subject)
        .collect(Collectors.toUnmodifiableSet());
  }
}
