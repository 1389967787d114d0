package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.Scene;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user brings along, in tests of rules: {@code aScene().of("order.paid", …).counting(…)}.
 */
public final class Scenes {

  private Optional<Event> event = Optional.empty();
  private Attributes profile = Attributes.NONE;
  private final Set<String> latched = new HashSet<>();
  private final Map<String, Optional<Object>> tallies = new HashMap<>();
  private final Set<String> due = new HashSet<>();

  private Scenes() {}

  public static Scenes aScene() {
    return new Scenes();
  }

  public Scenes of(String eventType, Map<String, ?> properties) {
    event =
        Optional.of(
            new Event(
                new EventId("test", "1"),
                eventType,
                new UserId("anna"),
                Instant.parse("2026-12-24T09:00:00Z"),
                Attributes.NONE.with(properties)));
    return this;
  }

  public Scenes by(Map<String, ?> user) {
    profile = Attributes.NONE.with(user);
    return this;
  }

  public Scenes latched(String happening) {
    latched.add(happening);
    return this;
  }

  /** The value of a tally, which is named as in a trigger but for the comparison. */
  public Scenes counting(String tally, String value) {
    tallies.put(tally, Optional.of(new BigDecimal(value)));
    return this;
  }

  public Scenes due(String deadline) {
    due.add(deadline);
    return this;
  }

  public Scene scene() {
    return new Scene(
        event, profile, Attributes.NONE, Map.of(), latched, tallies, due, ZoneOffset.UTC);
  }
}
