package dev.campanile.draft;

import dev.campanile.campaign.CampaignId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the next version of a campaign may become; there is one of each campaign at most.
 *
 * @param text the campaign file, which need not read yet
 * @param revision that of the text: it changes with it and is never given twice; 0 before the draft
 *     is kept
 * @param basedOn the version that was open when it was begun; 0 where there was none
 * @param author who began it
 * @param writers who has written at its text, all since it was begun
 * @param edited who changed the text last
 * @param submitted who asked for its publication; none while it is being worked on
 * @param rejected who sent it back last; none once it is submitted again
 * @param comment what was said with the last submission or rejection
 * @param files what the files that it names were when it was submitted: their hashes, by name
 */
public record Draft(
    CampaignId campaign,
    String text,
    long revision,
    int basedOn,
    String author,
    Set<String> writers,
    Mark edited,
    Optional<Mark> submitted,
    Optional<Mark> rejected,
    String comment,
    Map<String, String> files) {

  /** Who did something, and when. */
  public record Mark(String who, Instant at) {

    private static final String SERVICE = "key:";

    /** Whether it was a person, and not a service with its key. */
    public boolean person() {
      return !who.startsWith(SERVICE);
    }
  }

  public Draft {
    writers = Set.copyOf(writers);
    files = Map.copyOf(files);
  }

  /** Begins one; it is not kept yet. */
  public static Draft begun(CampaignId campaign, String text, int basedOn, Mark by) {
    Optional<Mark> none = Optional.empty();
    return new Draft(
        campaign, text, 0, basedOn, by.who(), Set.of(by.who()), by, none, none, "", Map.of());
  }

  /** Another text. Who has changed it must submit it again; why it was sent back stays said. */
  public Draft edited(String other, int base, Mark by) {
    String said = submitted.isPresent() ? "" : comment;
    Set<String> all = new HashSet<>(writers);
    all.add(by.who());
    return new Draft(
        campaign,
        other,
        revision,
        base,
        author,
        all,
        by,
        Optional.empty(),
        rejected,
        said,
        Map.of());
  }

  /** Handed over with the files that it names, as they are. */
  public Draft submitted(String said, Map<String, String> named, Mark by) {
    return marked(Optional.of(by), Optional.empty(), said, named);
  }

  /** Taken back by whoever is still at work on it. */
  public Draft withdrawn() {
    return marked(Optional.empty(), Optional.empty(), "", Map.of());
  }

  /** Sent back by whoever looked at it. */
  public Draft rejected(String why, Mark by) {
    return marked(Optional.empty(), Optional.of(by), why, Map.of());
  }

  /** As it was kept. */
  public Draft at(long given) {
    return new Draft(
        campaign, text, given, basedOn, author, writers, edited, submitted, rejected, comment,
        files);
  }

  private Draft marked(
      Optional<Mark> asked, Optional<Mark> sentBack, String said, Map<String, String> named) {
    return new Draft(
        campaign, text, revision, basedOn, author, writers, edited, asked, sentBack, said, named);
  }
}
