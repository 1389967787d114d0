package dev.campanile.campaign;

import java.util.Set;

/**
 * What is done when a user arrives: a kind that names its channel, and the channel's parameters.
 *
 * <p>Texts among the parameters may hold references such as {@code {user.name}} or {@code
 * {gift.code}}.
 */
public record Action(ActionId id, String kind, Attributes parameters) {

  private static final Set<String> REWARDS = Set.of("coupon", "prize", "discount", "grant");

  /** Whether a user is told something by it, and not given something. */
  public boolean isMessage() {
    return isMessage(kind);
  }

  static boolean isMessage(String kind) {
    return !REWARDS.contains(kind);
  }
}
