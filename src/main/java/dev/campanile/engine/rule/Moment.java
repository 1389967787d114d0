package dev.campanile.engine.rule;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import java.math.BigDecimal;

/**
 * One event seen from one place in a campaign: the only fact that rules get.
 *
 * <p>Event, participation and tallies are joined before the fact is inserted, so that a rule is one
 * constraint on {@link #at()}, which the alpha network hashes, and one Boolean expression over the
 * cells of its trigger. A cell is named by its canonical text; what the text means is looked up in
 * the {@link Lexicon}, never evaluated.
 */
public final class Moment {

  private final String at;
  private final Lexicon lexicon;
  private final Scene scene;

  public Moment(String at, Lexicon lexicon, Scene scene) {
    this.at = at;
    this.lexicon = lexicon;
    this.scene = scene;
  }

  /** The place before the first node, for entries that need memory of one campaign. */
  public static String before(CampaignKey campaign) {
    return campaign + ":";
  }

  /** Where goal and exit are judged, whatever node a user is at. */
  public static String beside(CampaignKey campaign) {
    return campaign + "/";
  }

  public static String at(CampaignKey campaign, NodeId node) {
    return campaign + ":" + node;
  }

  public String at() {
    return at;
  }

  public Scene scene() {
    return scene;
  }

  /** Whether the event of this moment satisfies a comparison. */
  public boolean event(String comparison) {
    return scene.occasion() instanceof Occasion.Happened happened
        && scene.compares(lexicon.comparison(comparison), happened.event().properties());
  }

  /** Whether the user's profile satisfies a comparison. */
  public boolean user(String comparison) {
    return scene.compares(lexicon.comparison(comparison), scene.profile());
  }

  /** Whether a happening occurs at this very moment. */
  public boolean occurs(String happening) {
    return scene.occurs(lexicon.happening(happening));
  }

  /** Whether a happening occurs now or has occurred since the arrival at the node. */
  public boolean occurred(String happening) {
    return scene.latched().contains(happening) || occurs(happening);
  }

  /** Whether an aggregate, at its value of now, satisfies its comparison. */
  public boolean tally(String aggregate) {
    return scene.measures(lexicon.aggregate(aggregate), lexicon.tallyOf(aggregate));
  }

  /** Whether a standing holds that needs no count: whenever one looks. */
  public boolean stands(String standing) {
    return scene.stands(lexicon.standing(standing));
  }

  /** Whether the user's lot falls between two percentages, the first one included. */
  public boolean lot(String from, String to) {
    return scene.lot().isWithin(new BigDecimal(from), new BigDecimal(to));
  }

  /** Whether a deadline is due. */
  public boolean due(String deadline) {
    return scene.due().contains(deadline);
  }
}
