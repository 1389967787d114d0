package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whose clock is read: the user's {@code timezone}, else the schedule's, else the installation's.
 */
public record Zones(Conventions conventions) {

  private static final Path TIMEZONE = Path.of("timezone");

  public ZoneId ofUser(Attributes profile, CampaignGraph graph) {
    return named(profile).orElseGet(() -> ofSchedule(graph));
  }

  /** Without a campaign whose schedule could name one. */
  public ZoneId ofUser(Attributes profile) {
    return named(profile).orElse(conventions.zone());
  }

  public ZoneId ofSchedule(CampaignGraph graph) {
    return graph.schedule().timezone().orElse(conventions.zone());
  }

  private static Optional<ZoneId> named(Attributes profile) {
    return profile.at(TIMEZONE).flatMap(Zones::zone);
  }

  private static Optional<ZoneId> zone(Object name) {
    try {
      return name instanceof String text ? Optional.of(ZoneId.of(text)) : Optional.empty();
    } catch (DateTimeException unknownZone) {
      return Optional.empty();
    }
  }
}
