package dev.campanile.reference;

import dev.campanile.campaign.ParticipationRules.Per;
import java.util.List;
import java.util.Optional;

/**
 * How many contacts one user is spared across campaigns. "A cap may name channel, tag or both (both
 * must match)."
 */
public record Cap(Optional<String> channel, Optional<String> tag, int count, Per per) {

  /** "Tag caps concern messages only; a channel cap concerns its kind." */
  boolean concerns(String kind, List<String> tags) {
    boolean byTag = tag.filter(each -> !tags.contains(each) || !isMessage(kind)).isEmpty();
    return byTag && channel.filter(each -> !each.equals(kind)).isEmpty();
  }

  /** "Messages are every kind but rewards (coupon, prize, discount, grant)." */
  static boolean isMessage(String kind) {
    return !List.of("coupon", "prize", "discount", "grant").contains(kind);
  }
}
