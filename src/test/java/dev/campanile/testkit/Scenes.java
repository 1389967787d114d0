package dev.campanile.testkit;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Area;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.Position;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.Lot;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.rule.Timepiece;
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

  private Occasion occasion = Occasion.QUIET;
  private Optional<Position> position = Optional.empty();
  private Lot lot = Lot.NONE;
  private final Map<Area, Geofence> fences = new HashMap<>();
  private Attributes profile = Attributes.NONE;
  private final Set<String> latched = new HashSet<>();
  private final Map<String, Optional<Object>> tallies = new HashMap<>();
  private final Set<String> due = new HashSet<>();
  private Instant now = Instant.parse("2026-12-24T09:00:00Z");

  private Scenes() {}

  public static Scenes aScene() {
    return new Scenes();
  }

  public Scenes of(String eventType, Map<String, ?> properties) {
    var event =
        new Event(
            new EventId("test", "1"),
            eventType,
            new UserId("anna"),
            Instant.parse("2026-12-24T09:00:00Z"),
            Attributes.NONE.with(properties));
    Optional<Position> from = position;
    Optional<Position> at = Position.of(event.properties());
    position = at.or(() -> from);
    occasion = new Occasion.Happened(event, from, at);
    return this;
  }

  /** Where the user is known to be before what happens. */
  public Scenes at(double latitude, double longitude) {
    position = Optional.of(new Position(latitude, longitude));
    return this;
  }

  /** The insides of areas, as machines know them. */
  public Scenes fencing(Map<Area, Geofence> areas) {
    fences.putAll(areas);
    return this;
  }

  public Scenes settled(String action, boolean succeeded) {
    occasion = new Occasion.Settled(new ActionId(action), succeeded);
    return this;
  }

  /** The user's lot, in percent. */
  public Scenes drawing(double percent) {
    lot =
        new Lot(
            new BigDecimal(percent / 100)
                .multiply(new BigDecimal(2).pow(64))
                .toBigInteger()
                .longValue());
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

  /** What time it is. */
  public Scenes at(Instant instant) {
    now = instant;
    return this;
  }

  /** The clock strikes for this. */
  public Scenes striking(Condition.Cron cron) {
    occasion = new Occasion.Struck(Set.of(cron));
    return this;
  }

  public Scene scene() {
    return new Scene(
        occasion,
        position,
        profile,
        Attributes.NONE,
        Map.of(),
        latched,
        tallies,
        due,
        fences,
        lot,
        new Timepiece(now, ZoneOffset.UTC, ZoneOffset.UTC));
  }
}
