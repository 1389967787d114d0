package dev.campanile.reference;

import dev.campanile.reference.Draft.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Campaigns made by chance: few nodes, loops, several entries, rules of taking part that bite. */
record Drafts(Dice dice) {

  private static final String[] NODES = {"n1", "n2", "n3", "z"};

  Draft draft(String name) {
    var ways = new ArrayList<Way>();
    ways.addAll(dice.times(1 + dice.upTo(1), this::entry));
    for (String from : List.of("n1", "n2", "n3")) {
      ways.addAll(dice.times(1 + dice.upTo(2), () -> edge(from)));
    }
    Map<String, String> nodes = new LinkedHashMap<>();
    List.of(NODES).forEach(node -> nodes.put(node, dice.chance(50) ? "{}" : actions(node)));
    return new Draft(name, head(), ways, nodes);
  }

  private Way entry() {
    String when =
        dice.chance(50)
            ? dice.of("[[\"event s\"]]", "[[\"event s where x gte 1\"]]")
            : new Cells(dice, true).trigger();
    return Way.entry(dice.of("n1", "n1", "n2"), when);
  }

  private Way edge(String from) {
    return new Way(from, dice.of(NODES), new Cells(dice, false).trigger());
  }

  /** An id stands once in a campaign, so each node has kinds of its own. */
  private String actions(String node) {
    List<String> own =
        switch (node) {
          case "n1" -> List.of("push", "broken", "mail");
          case "n2" -> List.of("sms", "call");
          default -> List.of("coupon-" + node);
        };
    String strategy = dice.of("serial", "parallel", "priority");
    List<String> some = own.stream().filter(kind -> dice.chance(70)).toList();
    return "{ strategy: %s, actions: %s }"
        .formatted(strategy, some.stream().map(kind -> "{ " + kind + ": {} }").toList());
  }

  private List<String> head() {
    var head = new ArrayList<String>();
    if (dice.chance(60)) {
      head.add("participation: { " + participation() + " }");
    }
    if (dice.chance(20)) {
      head.add("audience: { where: [[\"%s\"]] }".formatted(audience()));
    }
    if (dice.chance(25)) {
      head.add("schedule: { " + schedule() + " }");
    }
    if (dice.chance(30)) {
      head.add("priority: " + dice.upTo(3));
    }
    return head;
  }

  private String audience() {
    return dice.chance(60) ? new Cells(dice, true).profile() : "count(a) gte " + dice.upTo(2);
  }

  private String participation() {
    var parts = new ArrayList<String>();
    parts.add(dice.of("mode: serial", "mode: parallel", "mode: parallel, active: 2"));
    if (dice.chance(30)) {
      parts.add("key: event.k");
    }
    if (dice.chance(40)) {
      parts.add("re-entry: " + dice.of("never", "PT1H", "P1D", "always"));
    }
    if (dice.chance(40)) {
      parts.add(
          "limits: [ %s ]".formatted(String.join(", ", dice.times(1 + dice.upTo(1), this::limit))));
    }
    return String.join(", ", parts);
  }

  private String limit() {
    return "{ count: %d, per: %s }"
        .formatted(1 + dice.upTo(1), dice.of("PT1H", "PT2H", "P1D", "day", "week", "month"));
  }

  private String schedule() {
    return dice.of(
        "timezone: America/New_York",
        "start: 2026-03-02T01:00",
        "start: 2026-03-28T13:30, timezone: Europe/Paris",
        "end: 2026-03-02T06:00",
        "end: 2026-03-29T02:30, timezone: Europe/Paris",
        "end: 2026-10-25T02:30, timezone: Europe/Paris");
  }
}
