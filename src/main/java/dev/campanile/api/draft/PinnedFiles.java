package dev.campanile.api.draft;

import dev.campanile.api.http.Problem;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.draft.Draft;
import dev.campanile.translator.FileSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The files that a draft names. From its submission to its publication they must stay what they
 * were: whoever approves of a draft approves of its audience, too. Thread-safe.
 */
public final class PinnedFiles {

  private final FileSource latest;
  private final Function<Map<String, String>, FileSource> pinned;

  /**
   * @param pinned files as they were, by their hashes
   */
  public PinnedFiles(FileSource latest, Function<Map<String, String>, FileSource> pinned) {
    this.latest = latest;
    this.pinned = pinned;
  }

  /** What the files of a campaign are now: their hashes, by name. */
  Map<String, String> hashes(CampaignGraph graph) {
    Map<String, String> hashes = new TreeMap<>();
    graph
        .files()
        .forEach(name -> latest.named(name).ifPresent(file -> hashes.put(name, file.hash())));
    return hashes;
  }

  FileSource of(Map<String, String> hashes) {
    return pinned.apply(hashes);
  }

  /** What a draft is published with; a 409 problem where that is not what was submitted. */
  FileSource unchanged(Draft draft, Optional<CampaignGraph> graph) {
    if (draft.submitted().isEmpty()) {
      return latest;
    }
    Map<String, String> now = graph.map(this::hashes).orElse(Map.of());
    Set<String> changed = new TreeSet<>(now.keySet());
    changed.addAll(draft.files().keySet());
    changed.removeIf(
        name -> now.containsKey(name) && now.get(name).equals(draft.files().get(name)));
    if (!changed.isEmpty()) {
      throw Problem.of(
              409,
              "files-changed",
              "A file has changed since the draft was submitted",
              "Expected the files as they were when the draft was submitted, but %s changed since. Maybe withdraw it, look at it again and submit it."
                  .formatted(String.join(" and ", changed)))
          .with("files", List.copyOf(changed))
          .exception();
    }
    return of(draft.files());
  }
}
