package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that ever happened to a user, in the order in which it was judged; nothing is summed up. */
final class History {

  private final UserId user;
  private final List<Occasion> occasions = new ArrayList<>();

  History(UserId user) {
    this.user = user;
  }

  UserId user() {
    return user;
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
