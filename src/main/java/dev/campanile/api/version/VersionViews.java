package dev.campanile.api.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.api.campaign.CampaignViews.Finding;
import dev.campanile.api.version.VersionDesk.Difference;
import dev.campanile.api.version.VersionDesk.History;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.plan.Group;
import dev.campanile.engine.plan.Group.Share;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import dev.campanile.translator.GraphDiff;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How versions, their differences and plans are shown. */
public final class VersionViews {

  private VersionViews() {}

  /**
   * A version of a campaign.
   *
   * @param inside how many participations are under way in it, by node
   */
  public record Published(
      int version, boolean open, Instant publishedAt, String hash, List<Inside> inside) {

    static List<Published> of(History history) {
      return history.versions().stream()
          .map(
              version ->
                  new Published(
                      version.key().version(),
                      version.key().version() == history.open(),
                      version.publishedAt(),
                      version.hash(),
                      history.crowds().stream()
                          .filter(crowd -> crowd.spot().campaign().equals(version.key()))
                          .map(Inside::of)
                          .toList()))
          .toList();
    }
  }

  /** Those at a node. */
  public record Inside(String node, long participations, long users) {

    static Inside of(Crowd crowd) {
      return new Inside(crowd.spot().node().text(), crowd.participations(), crowd.users());
    }
  }

  /**
   * One element that is not the same in two versions.
   *
   * @param element frame, entry, node, edge, or rank
   * @param kind added, removed, or changed
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Change(
      String element, String name, String kind, Optional<String> from, Optional<String> to) {

    static List<Change> of(GraphDiff diff) {
      return diff.changes().stream()
          .map(
              change ->
                  new Change(
                      lower(change.element()),
                      change.name(),
                      lower(change.kind()),
                      change.from(),
                      change.to()))
          .toList();
    }
  }

  /**
   * How a version differs from another.
   *
   * @param text a unified diff of the canonical files
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Diff(
      String campaign, Optional<Integer> from, int to, List<Change> changes, String text) {

    static Diff of(Difference difference) {
      return new Diff(
          difference.to().id().text(),
          difference.from().map(CampaignKey::version),
          difference.to().version(),
          Change.of(difference.graph()),
          difference.text());
    }
  }

  /**
   * What publishing a campaign would do.
   *
   * @param version the version that it would be
   * @param open the version that is open now
   * @param changed whether there would be a new version at all
   * @param at the instant that it is told for
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Planned(
      String campaign,
      int version,
      Optional<Integer> open,
      boolean changed,
      String onChange,
      Instant at,
      List<PlannedGroup> groups,
      List<Change> changes,
      String text,
      List<String> notes,
      List<Finding> warnings) {

    static Planned of(Plan plan) {
      return new Planned(
          plan.candidate().id().text(),
          plan.candidate().version(),
          plan.open().map(CampaignKey::version),
          plan.changed(),
          plan.onChange(),
          plan.at(),
          plan.groups().stream().map(PlannedGroup::of).toList(),
          Change.of(plan.graph()),
          plan.text(),
          plan.notes(),
          Finding.of(plan.warnings()));
    }
  }

  /**
   * Those at one node of one version.
   *
   * @param to the node at which they go on; none where they finish on their version
   * @param looked how many participations the outcomes are of
   * @param exact whether that is all of them; else they are a sample
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record PlannedGroup(
      int version,
      String node,
      Optional<String> to,
      long participations,
      long users,
      long looked,
      boolean exact,
      List<Outcome> outcomes) {

    static PlannedGroup of(Group group) {
      return new PlannedGroup(
          group.crowd().spot().campaign().version(),
          group.crowd().spot().node().text(),
          group.successor().map(Object::toString),
          group.crowd().participations(),
          group.crowd().users(),
          group.told(),
          group.exact(),
          group.shares().stream().map(Outcome::of).toList());
    }
  }

  /**
   * What becomes of some of them.
   *
   * @param fate stays, waits, moves, or ends
   * @param version the version that they are in then
   * @param node where they are then
   * @param ended how they end
   * @param orders what each is given at once
   * @param earliest when time alone may move the first of them
   * @param latest when time alone may move the last of them
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Outcome(
      String fate,
      int version,
      String node,
      Optional<String> ended,
      List<String> orders,
      long participations,
      Optional<Instant> earliest,
      Optional<Instant> latest) {

    static Outcome of(Share share) {
      return new Outcome(
          lower(share.prospect().fate()),
          share.prospect().version(),
          share.prospect().node().text(),
          share.prospect().ended().map(VersionViews::lower),
          share.prospect().orders(),
          share.participations(),
          share.earliest(),
          share.latest());
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
