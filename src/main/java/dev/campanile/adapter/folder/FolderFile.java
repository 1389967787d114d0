package dev.campanile.adapter.folder;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Violation;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one file of the folder.
 *
 * @param seen as it was when it was looked at last
 * @param resting whether two looks in a row saw the same: nobody is writing it
 * @param read as it was when it was read last
 * @param state what came of that
 */
record FolderFile(Stamp seen, boolean resting, Optional<Stamp> read, State state) {

  /** What tells that a file was written. */
  record Stamp(FileTime modified, long size, String file) {}

  /**
   * What came of a text.
   *
   * @param text the text, or what it is known by
   * @param campaign which campaign it has published
   * @param violations errors and warnings
   * @param again when to try again what was refused or failed: the world may have changed by then
   */
  record State(
      String text, Optional<CampaignId> campaign, List<Violation> violations, Instant again) {

    static final State NOTHING = new State("", Optional.empty(), List.of(), Instant.MAX);
  }

  static FolderFile first(Stamp seen, boolean resting) {
    return new FolderFile(seen, resting, Optional.empty(), State.NOTHING);
  }

  FolderFile looked(Stamp now) {
    return new FolderFile(now, now.equals(seen), read, state);
  }

  FolderFile read(State now) {
    return new FolderFile(seen, resting, Optional.of(seen), now);
  }

  /** To be tried again from an instant on. */
  FolderFile due(Instant from) {
    var again = new State(state.text(), state.campaign(), state.violations(), from);
    return new FolderFile(seen, resting, read, again);
  }

  /** Whether nothing is to be done about it now. */
  boolean idle(Instant now) {
    return settled() && now.isBefore(state.again());
  }

  boolean settled() {
    return read.equals(Optional.of(seen));
  }
}
