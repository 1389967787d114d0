package dev.campanile.api.draft;

import dev.campanile.api.campaign.ApprovalGate;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.draft.DraftViews.Shown;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.draft.Approval;
import dev.campanile.draft.Draft;
import dev.campanile.draft.Draft.Mark;
import dev.campanile.draft.Drafts;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps what is being drawn, and leads it to its publication. Thread-safe. */
public final class DraftDesk {

  /**
   * Who asks.
   *
   * @param person and not a service
   */
  record Asker(String who, boolean person) {}

  private static final int LONGEST_COMMENT = 2_000;

  private final Drafts drafts;
  private final Approval approval;
  private final CampaignDesk campaigns;
  private final CampaignStore store;
  private final CampaignReader reader;
  private final PinnedFiles files;
  private final Clock clock;

  public DraftDesk(
      Drafts drafts,
      Approval approval,
      CampaignDesk campaigns,
      CampaignStore store,
      CampaignReader reader,
      PinnedFiles files,
      Clock clock) {
    this.drafts = drafts;
    this.approval = approval;
    this.campaigns = campaigns;
    this.store = store;
    this.reader = reader;
    this.files = files;
    this.clock = clock;
  }

  List<Shown> all() {
    Map<CampaignId, Integer> open =
        store.shelf().campaigns().stream().collect(Collectors.toMap(Listing::id, Listing::version));
    return drafts.all().stream()
        .map(draft -> shown(draft, open.getOrDefault(draft.campaign(), 0)).withoutText())
        .toList();
  }

  Shown one(String id) {
    return shown(draft(id));
  }

  /**
   * Begins a draft, where none is expected to be there, or changes the one that was seen.
   *
   * @param base the version that the text goes by; else the one that it went by, or the open one
   */
  Shown put(
      String id,
      String text,
      Optional<Integer> base,
      Precondition seen,
      Asker by,
      Witness<Draft> witness) {
    CampaignId campaign = named(id);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > TreeParser.LONGEST) {
      throw Problem.notUnderstood(
              "invalid-draft",
              "at most %d bytes at 'text'".formatted(TreeParser.LONGEST),
              bytes + " bytes")
          .exception();
    }
    Texts.flaw(text)
        .ifPresent(
            flaw -> {
              throw invalid("text at 'text'");
            });
    Optional<Draft> present = drafts.of(campaign);
    seen.require(present);
    Draft next =
        present
            .map(draft -> draft.edited(text, base.orElse(draft.basedOn()), mark(by)))
            .orElseGet(
                () -> Draft.begun(campaign, text, base.orElseGet(() -> open(campaign)), mark(by)));
    Draft kept =
        drafts.keep(next).orElseThrow(() -> Precondition.faster(drafts.of(next.campaign())));
    witness.saw(present, kept);
    return shown(kept);
  }

  /** Forgets a draft; answers what its text was. */
  String discard(String id, Precondition seen) {
    Draft draft = seen(id, seen);
    if (!drafts.discard(draft.campaign(), draft.revision())) {
      throw Precondition.faster(drafts.of(draft.campaign()));
    }
    return draft.text();
  }

  /**
   * Asks for the publication of a draft, which must be fit for it.
   *
   * @return what submits it, where it is still the draft that was found fit: to find that out takes
   *     long, and nothing of the store is held meanwhile
   */
  Supplier<Shown> submission(
      String id, String comment, Precondition seen, Asker by, Witness<Draft> witness) {
    Draft draft = looked(id, seen);
    if (draft.submitted().isPresent()) {
      throw conflict("draft-submitted", "The draft is submitted already.");
    }
    Mark submission = mark(by);
    ApprovalGate.pass(approval.objection(submission));
    Map<String, String> named = reader.graph(draft.text()).map(files::hashes).orElse(Map.of());
    campaigns.requireFit(draft.text(), files.of(named));
    requireOwnName(draft);
    Draft submitted = draft.submitted(said(comment), named, submission);
    return () -> marked(submitted, draft, witness);
  }

  Shown withdraw(String id, Precondition seen, Witness<Draft> witness) {
    Draft draft = submitted(id, seen);
    return marked(draft.withdrawn(), draft, witness);
  }

  /** Sends a draft back; why must be said. */
  Shown reject(String id, String comment, Precondition seen, Asker by, Witness<Draft> witness) {
    if (comment.isBlank()) {
      throw invalid("what is to be changed at 'comment'");
    }
    Draft draft = submitted(id, seen);
    return marked(draft.rejected(said(comment), mark(by)), draft, witness);
  }

  /**
   * Publishes a draft; it is gone then.
   *
   * @param over the version that whoever publishes knows to be open, where it is not the one that
   *     the draft goes by
   */
  Published publish(
      String id,
      Optional<Integer> over,
      Precondition seen,
      Asker by,
      Witness<CampaignKey> witness) {
    Draft draft = looked(id, seen);
    ApprovalGate.pass(approval.objection(draft, by.who(), by.person()));
    requireBase(draft, over);
    requireOwnName(draft);
    return campaigns.publish(
        draft.text(),
        files.unchanged(draft, reader.graph(draft.text())),
        (before, after) -> {
          release(draft);
          witness.saw(before, after);
        });
  }

  /** Whoever has taken the draft back in the meantime is heeded. */
  private void release(Draft draft) {
    if (!drafts.release(draft)) {
      throw Precondition.faster(drafts.of(draft.campaign()));
    }
  }

  private void requireBase(Draft draft, Optional<Integer> over) {
    int open = open(draft.campaign());
    if (open != draft.basedOn() && over.filter(known -> known == open).isEmpty()) {
      throw Problem.of(
              409,
              "draft-outdated",
              "Another version was published meanwhile",
              "Expected version %d to be open, as when the draft was begun, but it is version %d. Maybe compare them, and publish with {\"over\": %d}."
                  .formatted(draft.basedOn(), open, open))
          .with("open", open)
          .exception();
    }
  }

  /** Whoever looked at the draft of one campaign must not have published another. */
  private void requireOwnName(Draft draft) {
    reader
        .graph(draft.text())
        .map(CampaignGraph::id)
        .filter(id -> !id.equals(draft.campaign()))
        .ifPresent(
            other -> {
              throw Problem.of(
                      422,
                      "another-campaign",
                      "The draft is of another campaign",
                      "Expected 'campaign: %s', but got 'campaign: %s'. Maybe begin a draft of that name."
                          .formatted(draft.campaign(), other))
                  .exception();
            });
  }

  private Draft submitted(String id, Precondition seen) {
    Draft draft = seen(id, seen);
    if (draft.submitted().isEmpty()) {
      throw conflict("draft-not-submitted", "The draft is not submitted.");
    }
    return draft;
  }

  /** Where somebody must approve of a draft, it must be said which text they have looked at. */
  private Draft looked(String id, Precondition seen) {
    return seen(id, approval == Approval.REQUIRED ? seen.said() : seen);
  }

  private Draft seen(String id, Precondition seen) {
    Draft draft = draft(id);
    seen.require(Optional.of(draft));
    return draft;
  }

  private Draft draft(String id) {
    return drafts
        .of(named(id))
        .orElseThrow(
            () ->
                Problem.notFound("There is no draft of '%s'.".formatted(Texts.excerpt(id)))
                    .exception());
  }

  private Shown marked(Draft next, Draft seen, Witness<Draft> witness) {
    Draft marked =
        drafts.mark(next, seen).orElseThrow(() -> Precondition.faster(drafts.of(next.campaign())));
    witness.saw(Optional.of(seen), marked);
    return shown(marked);
  }

  private Shown shown(Draft draft) {
    return shown(draft, open(draft.campaign()));
  }

  private Shown shown(Draft draft, int open) {
    String name =
        reader.graph(draft.text()).map(CampaignGraph::name).orElse(draft.campaign().text());
    return Shown.of(draft, name, open);
  }

  private int open(CampaignId campaign) {
    return store.shelf().campaigns().stream()
        .filter(listing -> listing.id().equals(campaign))
        .mapToInt(Listing::version)
        .findFirst()
        .orElse(0);
  }

  private Mark mark(Asker by) {
    return new Mark(by.who(), clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static String said(String comment) {
    if (comment.length() > LONGEST_COMMENT || Texts.flaw(comment).isPresent()) {
      throw invalid("a text of at most %d characters at 'comment'".formatted(LONGEST_COMMENT));
    }
    return comment.strip();
  }

  private static CampaignId named(String id) {
    if (!Names.valid(id)) {
      throw invalid("a campaign of letters, digits, '-' and '_' (at most 64)");
    }
    return new CampaignId(id);
  }

  private static ProblemException conflict(String name, String detail) {
    return Problem.of(409, name, "The draft is in another state", detail).exception();
  }

  static ProblemException invalid(String expected) {
    return Problem.notUnderstood("invalid-draft", expected).exception();
  }
}
