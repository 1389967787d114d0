package dev.campanile.api.campaign;

import dev.campanile.api.campaign.CampaignViews.Check;
import dev.campanile.api.http.Ids;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.draft.Approval;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Walks.Walk;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignPublisher.Publication;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import dev.campanile.translator.CampaignTranslator.Review;
import dev.campanile.translator.DrlWriter;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.Rejections;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.walk.Backfills;
import dev.campanile.walk.Endings;
import dev.campanile.walk.Migrations;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes, shows and steers campaigns. Thread-safe. */
public final class CampaignDesk {

  private final Approval approval;
  private final CampaignPublisher publisher;
  private final CampaignStore store;
  private final StoredVersions versions;
  private final RuleBookKeeper keeper;
  private final Crowds crowds;
  private final Rejections rejections;
  private final Endings endings;
  private final Backfills backfills;
  private final Migrations migrations;
  private final FileSource latest;
  private final Clock clock;

  /**
   * @param latest the files that a campaign names where a candidate does not bring its own
   */
  public CampaignDesk(
      Approval approval,
      CampaignPublisher publisher,
      CampaignStore store,
      CampaignReader reader,
      RuleBookKeeper keeper,
      Crowds crowds,
      Rejections rejections,
      Endings endings,
      Backfills backfills,
      Migrations migrations,
      FileSource latest,
      Clock clock) {
    this.approval = approval;
    this.publisher = publisher;
    this.store = store;
    this.versions = new StoredVersions(store, reader);
    this.keeper = keeper;
    this.crowds = crowds;
    this.rejections = rejections;
    this.endings = endings;
    this.backfills = backfills;
    this.migrations = migrations;
    this.latest = latest;
    this.clock = clock;
  }

  /**
   * All campaigns.
   *
   * @param counted whether those inside are counted, which takes longer the more there are
   */
  List<Listed> listings(boolean counted) {
    Optional<Map<CampaignId, Long>> sizes =
        counted ? Optional.of(crowds.sizes()) : Optional.empty();
    return store.shelf().campaigns().stream()
        .map(listing -> listed(listing, sizes.map(by -> by.getOrDefault(listing.id(), 0L))))
        .toList();
  }

  private Listed listed(Listing listing, Optional<Long> inside) {
    var key = new CampaignKey(listing.id(), listing.version());
    return new Listed(
        listing, Optional.ofNullable(keeper.get().machines().get(key)).map(Machine::graph), inside);
  }

  List<Rejections.Rejection> rejections() {
    return rejections.rejections();
  }

  /** Tells what publishing would tell; the rules where they are asked for and nothing is wrong. */
  Check check(Candidate candidate, boolean translate) {
    Review review = publisher.review(candidate.campaign(), candidate.over(latest));
    Optional<String> drl =
        review.graph().filter(graph -> translate && review.valid()).map(this::drl);
    return Check.of(review, drl);
  }

  private String drl(CampaignGraph graph) {
    return drl(publisher.next(graph.id()), graph);
  }

  /** Publishes a text that nobody has looked at but who sends it. */
  Published publishDirectly(String text, Witness<CampaignKey> witness) {
    ApprovalGate.pass(approval.objection());
    return publish(text, latest, witness);
  }

  /** A 422 problem where a text could not be published. */
  public void requireFit(String text, FileSource files) {
    Review review = publisher.review(text, files);
    if (!review.valid()) {
      throw refused(review.findings());
    }
  }

  public Published publish(String text, FileSource files, Witness<CampaignKey> witness) {
    return switch (publisher.publish(text, files, clock.instant(), witness)) {
      case Published published -> {
        migrations.hurry();
        yield published;
      }
      case Publication.Refused(var violations) -> throw refused(violations);
    };
  }

  public static ProblemException refused(List<Violation> violations) {
    return Problem.of(
            422,
            "invalid-campaign",
            "The campaign was refused",
            "Nothing has changed: %d problems were found.".formatted(violations.size()))
        .with("findings", CampaignViews.Finding.of(violations))
        .exception();
  }

  /** The version asked for, or the open one. */
  public Version version(String id, Optional<Integer> version) {
    return versions.version(id, version);
  }

  public CampaignGraph graph(Version version) {
    return versions.graph(version);
  }

  String drl(Version version) {
    return drl(version.key(), graph(version));
  }

  private static String drl(CampaignKey key, CampaignGraph graph) {
    return DrlWriter.write(Machine.of(key, graph)).drl();
  }

  Listed pause(String id, Witness<Status> witness) {
    return steer(id, Status.PAUSED, witness);
  }

  /** Whoever was left behind while it was paused is taken along in the background. */
  Listed resume(String id, Witness<Status> witness) {
    Listed running = steer(id, Status.RUNNING, witness);
    migrations.hurry();
    return running;
  }

  /** Nobody enters from now on; whoever is inside is led out in the background. */
  Listed end(String id, Witness<Status> witness) {
    Listed ended = steer(id, Status.ENDED, witness);
    endings.hurry();
    return ended;
  }

  /** How far the present users have been let in. */
  Walk backfill(String id) {
    return backfills.of(versions.listing(Ids.campaign(id)));
  }

  private Listed steer(String id, Status status, Witness<Status> witness) {
    CampaignId campaign = Ids.campaign(id);
    Status now = versions.listing(campaign).status();
    if (now == Status.ENDED && status != Status.ENDED) {
      throw Problem.of(
              409,
              "campaign-ended",
              "The campaign has ended",
              "An ended campaign runs again when a new version of it is published.")
          .exception();
    }
    if (now != status) {
      store.status(campaign, status, clock.instant(), witness);
      keeper.refresh(clock.instant());
    }
    return listed(versions.listing(campaign), Optional.empty());
  }
}
