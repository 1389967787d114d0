package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a story begins with.
 *
 * @param at when it begins
 * @param answers what becomes of the orders of actions
 * @param lists the uploaded lists that the user stands in; empty where the files beside the
 *     campaigns say it
 */
public record Given(
    Optional<UserId> user,
    Attributes profile,
    Optional<Time> at,
    Map<Mention, Answer> answers,
    Optional<List<Mention>> lists) {

  public static final Given NOTHING =
      new Given(Optional.empty(), Attributes.NONE, Optional.empty(), Map.of(), Optional.empty());

  private static final UserId ANNA = new UserId("anna");

  public UserId who() {
    return user.orElse(ANNA);
  }

  /** This with more laid over it. */
  public Given with(Given more) {
    Map<Mention, Answer> both = new LinkedHashMap<>(answers);
    both.putAll(more.answers);
    return new Given(
        more.user.or(() -> user),
        profile.with(more.profile.values()),
        more.at.or(() -> at),
        both,
        more.lists.or(() -> lists));
  }
}
