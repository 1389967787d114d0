package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Time passes, then something happens, then something must be so; each of them may be left out. */
public record Step(
    Place place, Optional<Time> time, Optional<Deed> deed, Optional<Expectation> then) {

  /** What happens in a step. */
  public sealed interface Deed {

    /**
     * The user does something.
     *
     * @param id tells a repetition; without one it is a new event
     * @param times how often, at one instant
     */
    record Happening(String type, Attributes with, Optional<String> id, int times)
        implements Deed {}

    /** The profile changes; a null removes an attribute. */
    record Profile(Map<String, @Nullable Object> changes) implements Deed {

      public Profile {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
      }
    }

    /** Orders that are under way settle. */
    record Settling(Map<Mention, Answer> answers) implements Deed {}

    /** Actions answer in another way from now on. */
    record Answering(Map<Mention, Answer> answers) implements Deed {}
  }
}
