package dev.campanile.api.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.Walks.Walk;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import dev.campanile.translator.CampaignTranslator.Review;
import dev.campanile.translator.Rejections.Rejection;
import dev.campanile.walk.Backfills;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How campaigns are shown. */
public final class CampaignViews {

  private CampaignViews() {}

  /**
   * A campaign with the version that is open.
   *
   * @param inside how many participations are under way in it; only where it was asked for
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Campaign(
      String id,
      String name,
      List<String> tags,
      int version,
      String status,
      Instant changedAt,
      @Nullable Long inside) {

    static Campaign of(Listed listed) {
      Listing listing = listed.listing();
      return new Campaign(
          listing.id().text(),
          listed.graph().map(CampaignGraph::name).orElse(listing.id().text()),
          listed.graph().map(CampaignGraph::tags).orElse(List.of()),
          listing.version(),
          listing.status().name().toLowerCase(Locale.ROOT),
          listing.changedAt(),
          listed.inside().orElse(null));
    }
  }

  /**
   * How far the present users have been let into a campaign.
   *
   * @param version the one for the sake of which it was begun
   * @param total how many users there were then
   * @param done how many have been looked at
   */
  public record Backfill(
      String campaign,
      int version,
      String state,
      long total,
      long done,
      Instant begunAt,
      Instant changedAt) {

    static Backfill of(Walk walk) {
      CampaignKey key = Backfills.campaign(walk);
      return new Backfill(
          key.id().text(),
          key.version(),
          walk.state().name().toLowerCase(Locale.ROOT),
          walk.total(),
          walk.done(),
          walk.begunAt(),
          walk.changedAt());
    }
  }

  /**
   * Something to be mended, or to be looked at.
   *
   * @param check which kind of thing is wrong, as in docs/checks.md
   * @param element what it concerns, such as {@code nodes.thank.actions[0]}
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Finding(
      String severity,
      String check,
      int line,
      int column,
      String element,
      String message,
      String advice) {

    public static Finding of(Violation violation) {
      return new Finding(
          violation.severity().name().toLowerCase(Locale.ROOT),
          violation.concern().id(),
          violation.place().line(),
          violation.place().column(),
          violation.element(),
          violation.message(),
          violation.advice());
    }

    public static List<Finding> of(List<Violation> violations) {
      return violations.stream().map(Finding::of).toList();
    }
  }

  /** A version that is open; {@code changed} is false where it was open before. */
  public record Publication(String campaign, int version, boolean changed, List<Finding> warnings) {

    public static Publication of(Published published) {
      return new Publication(
          published.campaign().id().text(),
          published.campaign().version(),
          published.changed(),
          Finding.of(published.warnings()));
    }
  }

  /**
   * What publishing would tell.
   *
   * @param campaign the campaign as JSON, cells in their object form, where the text reads
   * @param yaml its file in canonical form, where the text reads
   * @param drl its rules, where they were asked for and no error is in the way
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Check(
      boolean valid,
      List<Finding> findings,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) @Nullable String campaign,
      @Nullable String yaml,
      @Nullable String drl) {

    static Check of(Review review, Optional<String> drl) {
      return new Check(
          review.valid(),
          Finding.of(review.findings()),
          review.graph().map(CampaignText::jsonOfObjects).orElse(null),
          review.graph().map(CampaignText::yaml).orElse(null),
          drl.orElse(null));
    }
  }

  /** A file of the campaign folder with what is wrong with it. */
  public record FileFindings(String file, List<Finding> findings) {

    static FileFindings of(Rejection rejection) {
      return new FileFindings(rejection.file(), Finding.of(rejection.violations()));
    }
  }
}
