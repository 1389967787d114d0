package dev.campanile.api.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.draft.Draft;
import dev.campanile.draft.Draft.Mark;
import dev.campanile.engine.warehouse.Hashes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How drafts are shown. */
public final class DraftViews {

  private DraftViews() {}

  /**
   * What the audit tells of a draft: of its text, which may be large and is kept every second, the
   * hash.
   */
  record Traced(
      long revision,
      String hash,
      int characters,
      String state,
      String comment,
      Map<String, String> files) {

    static Traced of(Draft draft) {
      return new Traced(
          draft.revision(),
          Hashes.sha256(draft.text()),
          draft.text().length(),
          stateOf(draft),
          draft.comment(),
          draft.files());
    }
  }

  private static String stateOf(Draft draft) {
    return draft.submitted().isPresent() ? "submitted" : "draft";
  }

  /**
   * A draft.
   *
   * @param text the campaign file as it stands; left out in lists
   * @param name as its text gives it; its campaign's id where that does not read
   * @param revision that of the text, to be sent back as {@code If-Match}
   * @param state draft, or submitted for publication
   * @param basedOn the version that was open when it was begun; 0 for a new campaign
   * @param open the version that is open now; 0 where there is none
   * @param comment what was said with the last submission or rejection
   */
  // Others are called Shown as well: clients know this one by its number.
  @Schema(name = "Shown2")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Shown(
      String campaign,
      String name,
      @Nullable String text,
      long revision,
      String state,
      int basedOn,
      int open,
      String author,
      String editedBy,
      Instant editedAt,
      @Nullable String submittedBy,
      @Nullable Instant submittedAt,
      @Nullable String rejectedBy,
      @Nullable Instant rejectedAt,
      String comment) {

    static Shown of(Draft draft, String name, int open) {
      return new Shown(
          draft.campaign().text(),
          name,
          draft.text(),
          draft.revision(),
          stateOf(draft),
          draft.basedOn(),
          open,
          draft.author(),
          draft.edited().who(),
          draft.edited().at(),
          who(draft.submitted()),
          at(draft.submitted()),
          who(draft.rejected()),
          at(draft.rejected()),
          draft.comment());
    }

    Shown withoutText() {
      return new Shown(
          campaign,
          name,
          null,
          revision,
          state,
          basedOn,
          open,
          author,
          editedBy,
          editedAt,
          submittedBy,
          submittedAt,
          rejectedBy,
          rejectedAt,
          comment);
    }

    private static @Nullable String who(Optional<Mark> mark) {
      return mark.map(Mark::who).orElse(null);
    }

    private static @Nullable Instant at(Optional<Mark> mark) {
      return mark.map(Mark::at).orElse(null);
    }
  }
}
