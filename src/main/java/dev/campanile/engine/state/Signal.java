package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whatever reaches a user's machine: all of it comes through the log, in the order of the user's
 * partition.
 */
public sealed interface Signal {

  UserId user();

  /** The user did something. */
  record Happened(Event event) implements Signal {

    @Override
    public UserId user() {
      return event.user();
    }
  }

  /** A deadline of the user has fallen due, or an event has left a window. */
  record WakeUp(UserId user, Instant due) implements Signal {}

  /**
   * An order was performed, or finally was not; {@code result} is what conditions see as {@code
   * {ACTION-ID.x}}.
   */
  record Settled(
      UserId user,
      OrderKey order,
      ActionId action,
      boolean succeeded,
      Attributes result,
      Instant at)
      implements Signal {}

  /** Attributes of the profile were set; a null removes one. */
  record ProfileChanged(UserId user, Map<String, @Nullable Object> changes, Instant at)
      implements Signal {}

  /**
   * Somebody looks whether the user may enter a campaign, though nothing has happened: its entries,
   * or whom it is for, have changed. Those who have taken part before are left alone.
   *
   * @param since the version from which on the question stands
   */
  record Reviewed(UserId user, CampaignKey since, Instant at) implements Signal {}

  /**
   * A campaign reaches out: the user is in the way of one of its launches.
   *
   * @param campaign the version that was open when the user was told
   * @param entry the launch as ranked among the entries, from 1
   * @param tick the instant that the launch is of
   * @param at when the user was told: with a rate, some time after the tick
   */
  record Launched(UserId user, CampaignKey campaign, int entry, Instant tick, Instant at)
      implements Signal {}

  /**
   * A version was published that those inside earlier ones go on under, where it has a node for
   * them.
   */
  record Migrated(UserId user, CampaignKey to, Instant at) implements Signal {}

  /**
   * An operator ended the campaign: whoever is inside leaves.
   *
   * @param last the version that was open then; who has entered a later one stays
   */
  record Stopped(UserId user, CampaignKey last, Instant at) implements Signal {

    boolean ends(CampaignKey campaign) {
      return campaign.id().equals(last.id()) && campaign.version() <= last.version();
    }
  }
}
