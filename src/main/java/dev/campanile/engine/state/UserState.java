package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decides what an event does to a user.
 *
 * @param version how many steps have changed it; 0: never stored
 * @param latest the latest event time; lateness is measured from it
 * @param clock the latest instant at which anything was judged; what happens is never dated before
 *     it
 * @param entered how many participations there have been; names the next one
 * @param participations those under way, oldest first, and ended ones with actions that still wait
 *     for each other
 * @param lifetime what has been counted of all that the user has done, by tally
 * @param contacts the orders that frequency caps count, in the order in which they were given
 */
public record UserState(
    UserId user,
    long version,
    Attributes profile,
    Optional<Instant> latest,
    Instant clock,
    long entered,
    List<Participation> participations,
    Map<CampaignId, Memory> memories,
    Whereabouts whereabouts,
    Map<String, Measure> lifetime,
    List<Contact> contacts) {

  public static UserState unknown(UserId user) {
    return new UserState(
        user,
        0,
        Attributes.NONE,
        Optional.empty(),
        Instant.EPOCH,
        0,
        List.of(),
        Map.of(),
        Whereabouts.UNKNOWN,
        Map.of(),
        List.of());
  }

  public UserState {
    participations = List.copyOf(participations);
    memories = Collections.unmodifiableMap(new TreeMap<>(memories));
    lifetime = Collections.unmodifiableMap(new TreeMap<>(lifetime));
    contacts = List.copyOf(contacts);
  }

  public UserState withProfile(Attributes attributes) {
    return new UserState(
        user,
        version,
        attributes,
        latest,
        clock,
        entered,
        participations,
        memories,
        whereabouts,
        lifetime,
        contacts);
  }

  /** The state with what has been counted since ever. */
  public UserState counted(Map<String, Measure> ever) {
    return new UserState(
        user,
        version,
        profile,
        latest,
        clock,
        entered,
        participations,
        memories,
        whereabouts,
        ever,
        contacts);
  }
}
