package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with one file, collected while reading goes on. Not thread-safe. */
final class Problems {

  private final List<Violation> found = new ArrayList<>();

  void add(Place place, String element, String message, String advice) {
    found.add(Violation.error(place, element, message, advice));
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Violation> sorted() {
    return found.stream().sorted(Comparator.comparing(Violation::place)).toList();
  }
}
