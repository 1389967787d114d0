package dev.campanile.api.version;

import dev.campanile.api.campaign.ApprovalGate;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.campaign.StoredVersions;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.draft.Approval;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignPublisher.Publication;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import dev.campanile.translator.GraphDiff;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.walk.Migrations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The versions of a campaign: which there are, how they differ, and back to one. Thread-safe. */
public final class VersionDesk {

  /**
   * How one version differs from another.
   *
   * @param from none where there was no version before
   * @param text a unified diff of the files; empty where they are the same
   */
  record Difference(Optional<CampaignKey> from, CampaignKey to, GraphDiff graph, String text) {

    static Difference none(CampaignKey version) {
      return new Difference(Optional.of(version), version, new GraphDiff(List.of()), "");
    }
  }

  /** The versions of a campaign, the latest first, and who is inside. */
  record History(int open, List<Version> versions, List<Crowd> crowds) {}

  private final Approval approval;
  private final StoredVersions campaigns;
  private final CampaignPublisher publisher;
  private final CampaignStore store;
  private final RuleBookKeeper keeper;
  private final Crowds crowds;
  private final Migrations migrations;
  private final Clock clock;

  public VersionDesk(
      Approval approval,
      CampaignPublisher publisher,
      CampaignStore store,
      CampaignReader reader,
      RuleBookKeeper keeper,
      Crowds crowds,
      Migrations migrations,
      Clock clock) {
    this.approval = approval;
    this.campaigns = new StoredVersions(store, reader);
    this.publisher = publisher;
    this.store = store;
    this.keeper = keeper;
    this.crowds = crowds;
    this.migrations = migrations;
    this.clock = clock;
  }

  History history(String id) {
    Version open = campaigns.version(id, Optional.empty());
    return new History(
        open.key().version(), store.versions(open.key().id()), crowds.of(open.key().id()));
  }

  /** By default from the version before to the open one. */
  Difference difference(String id, Optional<Integer> from, Optional<Integer> to) {
    Version newer = campaigns.version(id, to);
    int former = from.orElse(newer.key().version() - 1);
    Optional<Version> older =
        former == 0 && from.isEmpty()
            ? Optional.empty()
            : Optional.of(campaigns.version(id, Optional.of(former)));
    return difference(older, newer.key(), campaigns.graph(newer), newer.yaml());
  }

  Difference difference(Optional<Version> from, CampaignKey to, CampaignGraph graph, String yaml) {
    String was = from.map(Version::yaml).orElse("");
    String name = from.map(version -> version.key().toString()).orElse("/dev/null");
    return new Difference(
        from.map(Version::key),
        to,
        from.map(version -> GraphDiff.between(campaigns.graph(version), graph))
            .orElse(new GraphDiff(List.of())),
        TextDiff.between(name, was, to.toString(), yaml));
  }

  /**
   * Publishes the content of an earlier version, with its files as they were then; where that is
   * open already, nothing changes.
   */
  Published rollBack(String id, int to, Optional<OnChange> onChange, Witness<CampaignKey> witness) {
    ApprovalGate.pass(approval.objection());
    Version version = campaigns.version(id, Optional.of(to));
    CampaignGraph graph = campaigns.graph(version);
    String yaml = CampaignText.yaml(onChange.map(graph::with).orElse(graph));
    return switch (publisher.publish(yaml, keeper.pinned(version), clock.instant(), witness)) {
      case Publication.Refused(var violations) -> throw CampaignDesk.refused(violations);
      case Published published -> {
        migrations.hurry();
        yield published;
      }
    };
  }
}
