package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names participations: a version-3 UUID of user, campaign and ordinal, so that the same step names
 * alike wherever and however often it runs, and order keys built on it are safe in headers and
 * URLs.
 */
final class ParticipationId {

  private ParticipationId() {}

  static String of(UserId user, CampaignId campaign, long ordinal) {
    String name = user + "\n" + campaign + "\n" + ordinal;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
