package dev.campanile.engine.warehouse;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Contact;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.state.Whereabouts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user's state without its large parts, which stores keep beside it: what remains is small and
 * changes with every event.
 *
 * @param participations the ids of those in the state, oldest first
 */
public record Outline(
    long version,
    Optional<Instant> latest,
    Instant clock,
    long entered,
    List<String> participations,
    Whereabouts whereabouts,
    List<Contact> contacts) {

  public Outline {
    participations = List.copyOf(participations);
    contacts = List.copyOf(contacts);
  }

  public static Outline of(UserState state) {
    return new Outline(
        state.version(),
        state.latest(),
        state.clock(),
        state.entered(),
        state.participations().stream().map(Participation::id).toList(),
        state.whereabouts(),
        state.contacts());
  }

  /** The state again; empty where a participation is missing. */
  public Optional<UserState> filled(
      UserId user,
      Attributes profile,
      Map<CampaignId, Memory> memories,
      Map<String, Measure> lifetime,
      Map<String, Participation> kept) {
    if (!kept.keySet().containsAll(participations)) {
      return Optional.empty();
    }
    List<Participation> ordered = participations.stream().map(kept::get).toList();
    return Optional.of(
        new UserState(
            user,
            version,
            profile,
            latest,
            clock,
            entered,
            ordered,
            memories,
            whereabouts,
            lifetime,
            contacts));
  }
}
