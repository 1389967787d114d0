package dev.campanile.draft;

import dev.campanile.campaign.CampaignId;
import java.util.List;
import java.util.Optional;

/** Keeps drafts; nobody overwrites what they have not seen. Thread-safe. */
public interface Drafts {

  /** All of them, by campaign. */
  List<Draft> all();

  Optional<Draft> of(CampaignId campaign);

  /**
   * Keeps a draft in the place of the one with its revision, or where there is none if that is 0;
   * answers it with its new revision, or empty where somebody else was faster.
   */
  Optional<Draft> keep(Draft draft);

  /**
   * Keeps who submitted or rejected a draft, and what was said: its text and revision stay. Empty
   * where somebody has changed, submitted, withdrawn or rejected it since it was seen.
   *
   * @param seen as it was before
   */
  Optional<Draft> mark(Draft draft, Draft seen);

  /**
   * Forgets a draft which is published. False, and nothing is done, where somebody has changed,
   * submitted, withdrawn or rejected it since it was seen.
   */
  boolean release(Draft seen);

  /** Forgets a draft if it still has this revision. */
  boolean discard(CampaignId campaign, long revision);
}
