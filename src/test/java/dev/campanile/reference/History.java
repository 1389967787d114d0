package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that ever happened to a user, in the order in which it was judged; nothing is summed up. */
final class History {

  private final UserId user;
  private final List<Occasion> occasions = new ArrayList<>();
  private final Map<CampaignId, Pauses> pauses = new HashMap<>();

  History(UserId user) {
    this.user = user;
  }

  UserId user() {
    return user;
  }

  Pauses pauses(CampaignId campaign) {
    return pauses.computeIfAbsent(campaign, id -> new Pauses());
  }

  /** Since when the user's zone is what it is. */
  Instant zoneSince(Schedule schedule) {
    return occasions.reversed().stream()
        .filter(
            occasion ->
                occasion
                    .before()
                    .map(before -> Calendar.zone(before, schedule))
                    .filter(zone -> !zone.equals(Calendar.zone(occasion.profile(), schedule)))
                    .isPresent())
        .map(Occasion::at)
        .findFirst()
        .orElse(Instant.MIN);
  }

  void add(Occasion occasion) {
    occasions.add(occasion);
  }

  int size() {
    return occasions.size();
  }

  Stream<Occasion> upTo(int number) {
    return occasions.stream().takeWhile(occasion -> occasion.number() <= number);
  }

  Stream<Occasion> events(int number) {
    return upTo(number).filter(occasion -> occasion.event().isPresent());
  }

  /** Those that carry a position, the latest first, as long as they satisfy a test. */
  List<Occasion> lastPositions(Predicate<Position> test) {
    return occasions.reversed().stream()
        .filter(Occasion::carriesPosition)
        .takeWhile(occasion -> test.test(occasion.position().orElseThrow()))
        .toList();
  }

  Attributes profile() {
    return occasions.isEmpty() ? Attributes.NONE : occasions.getLast().profile();
  }
}
