package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.Audience.Exclusion;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Since;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a user is before entering a campaign: "tallies and latches run per user over events inside
 * schedule and audience; only entering resets them".
 *
 * @param asked who looks: the entries, or the audience, whose aggregates are "always since ever"
 */
record Lobby(CampaignGraph campaign, History history, Asked asked, Memory memory)
    implements Viewpoint {

  enum Asked {
    ENTRY,
    AUDIENCE
  }

  /** Who last entered, and what has left the windows. */
  static final class Memory {

    private int lastEntering;
    private final Set<Object> spent = new HashSet<>();

    void entered(Occasion by) {
      lastEntering = by.number();
    }

    void spend(Object due) {
      spent.add(due);
    }

    boolean spent(Object due) {
      return spent.contains(due);
    }
  }

  static Lobby of(CampaignGraph campaign, History history) {
    return new Lobby(campaign, history, Asked.ENTRY, new Memory());
  }

  boolean inAudience(Occasion occasion) {
    if (campaign.audience().stream().flatMap(Audience::lists).findAny().isPresent()) {
      throw new Uncovered("audience lists");
    }
    var audience = new Lobby(campaign, history, Asked.AUDIENCE, memory);
    Optional<Audience> who = campaign.audience();
    return who.flatMap(Audience::where).stream()
            .allMatch(where -> Truth.holds(where, audience, occasion))
        && who.flatMap(Audience::exclude).flatMap(Exclusion::where).stream()
            .noneMatch(where -> Truth.holds(where, audience, occasion));
  }

  private boolean inside(Occasion event) {
    Instant time = event.event().orElseThrow().time();
    return !pauses().had(event.number())
        && Calendar.open(campaign.schedule(), time)
        && inAudience(event);
  }

  @Override
  public Known known(Occasion occasion) {
    return new Known(
        occasion.event(),
        Optional.empty(),
        occasion.profile(),
        Map.<String, Attributes>of(),
        Calendar.zone(campaign.schedule()));
  }

  @Override
  public boolean serves(Occasion occasion) {
    return occasion.event().isPresent() && inside(occasion);
  }

  @Override
  public boolean counts(Occasion event, Since since) {
    boolean ever = since == Since.EVER || asked == Asked.AUDIENCE;
    return ever || event.number() > arrived() && inside(event);
  }

  @Override
  public int arrived() {
    return memory.lastEntering;
  }

  @Override
  public boolean due(Deadline deadline) {
    throw new IllegalStateException("Expected no deadline in an entry.");
  }

  @Override
  public boolean strikes(Condition.Cron cron, Occasion at) {
    throw new IllegalStateException("Expected no cron in an entry.");
  }

  @Override
  public boolean holds(Condition.Split split) {
    throw new IllegalStateException("Expected no split in an entry.");
  }

  @Override
  public boolean owns(Occasion.Settlement settlement) {
    return false;
  }
}
