package dev.campanile.campaign.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that are used once each: {@code push}, {@code push-2}, {@code push-3}. Not thread-safe. */
final class FreeNames {

  private final Set<String> taken = new HashSet<>();

  // the last number given to a name; without it, n equal names would take n² looks
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Takes a name as it is; false where it is taken. */
  boolean take(String name) {
    return taken.add(name);
  }

  /** Takes a name, with the lowest number that makes it free where it is taken. */
  String free(String name) {
    if (take(name)) {
      return name;
    }
    int number = numbers.getOrDefault(name, 1);
    do {
      number++;
    } while (!take(name + "-" + number));
    numbers.put(name, number);
    return name + "-" + number;
  }
}
