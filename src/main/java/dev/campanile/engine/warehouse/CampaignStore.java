package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.RuleBook.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Published campaigns: immutable versions, and what operators have made of each campaign.
 * Thread-safe.
 */
public interface CampaignStore {

  /**
   * A published version.
   *
   * @param yaml the campaign file in canonical form
   * @param files the hashes of the attachments that it names, by name
   * @param hash SHA-256 of all that, in hex
   * @param inUse whether someone is inside
   */
  record Version(
      CampaignKey key,
      String yaml,
      Map<String, String> files,
      String hash,
      Instant publishedAt,
      boolean inUse) {

    public Version {
      files = Map.copyOf(files);
    }
  }

  /**
   * A campaign with the version that is open.
   *
   * @param pauses when it rested, in order; one that lasts is not among them
   */
  record Listing(CampaignId id, int version, Status status, Instant changedAt, List<Pause> pauses) {

    public Listing {
      pauses = List.copyOf(pauses);
    }

    /** One that has never rested, or not gone on since. */
    public Listing(CampaignId id, int version, Status status, Instant changedAt) {
      this(id, version, status, changedAt, List.of());
    }
  }

  /** Everything at one instant; {@code revision} grows with every change. */
  record Shelf(long revision, List<Listing> campaigns, List<Version> versions) {}

  long revision();

  /** The listings, and every version that is open or has someone inside. */
  Shelf shelf();

  Optional<Version> version(CampaignKey key);

  /** All versions of a campaign, the latest first; none where there is no such campaign. */
  List<Version> versions(CampaignId id);

  /**
   * Stores a new version and opens it; where the open version has this hash already, answers that
   * one.
   */
  CampaignKey publish(
      CampaignId id,
      String yaml,
      Map<String, String> files,
      String hash,
      Instant now,
      Witness<CampaignKey> witness);

  /** The same, unseen. */
  default CampaignKey publish(
      CampaignId id, String yaml, Map<String, String> files, String hash, Instant now) {
    return publish(id, yaml, files, hash, now, Witness.nobody());
  }

  /** False where there is no such campaign. */
  boolean status(CampaignId id, Status status, Instant now, Witness<Status> witness);

  /** The same, unseen. */
  default boolean status(CampaignId id, Status status, Instant now) {
    return status(id, status, now, Witness.nobody());
  }
}
