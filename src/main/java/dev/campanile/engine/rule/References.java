package dev.campanile.engine.rule;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Operand.Reference;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code {event.x}}, {@code {entry.x}}, {@code {user.x}} and {@code {ACTION-ID.x}} stand for.
 *
 * @param results what settled actions answered, by action id
 */
public record References(
    Attributes event, Attributes entry, Attributes user, Map<String, Attributes> results) {

  public Optional<Object> lookUp(Reference reference) {
    return attributes(reference.scope()).at(reference.path());
  }

  private Attributes attributes(String scope) {
    return switch (scope) {
      case "event" -> event;
      case "entry" -> entry;
      case "user" -> user;
      default -> results.getOrDefault(scope, Attributes.NONE);
    };
  }
}
