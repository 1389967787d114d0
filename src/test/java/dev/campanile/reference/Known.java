package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What references stand for: "{@code {entry.x}}, {@code {event.x}}, {@code {user.x}}, {@code
 * {ACTION-ID.x}} stand for values".
 */
record Known(
    Optional<Event> event,
    Optional<Event> entry,
    Attributes profile,
    Map<String, Attributes> answers,
    ZoneId scheduleZone) {

  Optional<Object> at(String scope, Path path) {
    return switch (scope) {
      case "event" -> event.flatMap(now -> now.properties().at(path));
      case "entry" -> entry.flatMap(first -> first.properties().at(path));
      case "user" -> profile.at(path);
      default -> answers.getOrDefault(scope, Attributes.NONE).at(path);
    };
  }
}
