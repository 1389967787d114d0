package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import java.util.Optional;

/**
 * What became of one trigger when a signal was judged: told where somebody asks for it, and no part
 * of what a step does.
 *
 * @param rule {@code campaign@version/edge}
 * @param participation whose edge it is; none for an entry
 * @param from the node that it leads away from; none for an entry, a goal or an exit
 * @param to the node that it leads to; {@code goal} or {@code exit} where it is one
 * @param detail what refused an entry, with the figures that decided, or what would refuse or
 *     hinder one that did not hold; else empty
 */
public record Judgment(
    CampaignKey campaign,
    String rule,
    Optional<String> participation,
    Optional<NodeId> from,
    NodeId to,
    Verdict verdict,
    String detail,
    Explanation explanation) {

  /** What became of it. */
  public enum Verdict {
    /** It held and was followed. */
    FOLLOWED,
    /** It held, and another one came first. */
    OUTRANKED,
    /** It did not hold. */
    NOT_HELD,
    /** Nothing gave cause to judge it. */
    NOT_JUDGED,
    /** It held, and the user was not let in. */
    REFUSED
  }
}
