package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must be so. {@code at} looks at where the user stands now, everything else at what has come
 * since the expectation before; what is left out is not looked at.
 *
 * @param at the nodes of all participations under way, in any order
 * @param arrived the nodes that were come to, in order
 * @param ended the nodes at which participations ended, in order
 * @param orders what was ordered, in order
 * @param withheld the actions that were ordered and are never performed
 * @param skipped the actions that were not ordered because of what became of another one
 * @param refused the entries that were refused, in order
 */
public record Expectation(
    Place place,
    Optional<Listed<Mention>> at,
    Optional<Listed<Mention>> arrived,
    Optional<Listed<Mention>> ended,
    Optional<Listed<Ordered>> orders,
    Optional<Listed<Mention>> withheld,
    Optional<Listed<Mention>> skipped,
    Optional<Listed<Refusal>> refused) {

  /** What one key of an expectation lists. */
  public record Listed<T>(Place place, List<T> items) {

    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * An order.
   *
   * @param parameters those that must be as said; a null says that there is none
   */
  public record Ordered(Mention action, Map<String, @Nullable Object> parameters) {

    public Ordered {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
  }

  /** A refused entry. */
  public record Refusal(Optional<Mention> campaign, Mention reason) {}
}
