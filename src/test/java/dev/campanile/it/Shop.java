package dev.campanile.it;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The event log of a shop that is not there: the same for the same seed, as native event lines. */
final class Shop {

  private static final Instant OPENING = Instant.parse("2026-03-02T08:00:00Z");

  private Shop() {}

  static List<String> events(int count, int users, long seed) {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(line(i, "u" + random.nextInt(users), random));
    }
    return lines;
  }

  private static String line(int i, String user, Random random) {
    int kind = random.nextInt(10);
    String type = kind < 7 ? "page.view" : kind < 9 ? "cart.add" : "order.paid";
    return """
        {"id":"e%d","type":"%s","user":"%s","time":"%s","properties":{"amount":%d.%02d}}"""
        .formatted(
            i, type, user, OPENING.plusMillis(i * 250L), random.nextInt(120), random.nextInt(100));
  }
}
