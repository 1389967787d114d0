package dev.campanile.reference;

import dev.campanile.reference.Cells.Where;
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
    ways.addAll(dice.times(1 + dice.upTo(1), () -> entry(name)));
    for (String from : List.of("n1", "n2", "n3")) {
      ways.addAll(dice.times(1 + dice.upTo(2), () -> edge(from)));
    }
    Map<String, String> nodes = new LinkedHashMap<>();
    List.of(NODES).forEach(node -> nodes.put(node, dice.chance(50) ? "{}" : actions(node)));
    return new Draft(name, head(), ways, nodes);
  }

  private Way entry(String name) {
    String when =
        dice.chance(50)
            ? dice.of("[[\"event s\"]]", "[[\"event s where x gte 1\"]]")
            : new Cells(dice, Where.ENTRY).trigger();
    String to = dice.of("n1", "n1", "n2");
    return !launches(name) ? Way.entry(to, "when: " + when) : Way.entry(to, "launch: " + launch());
  }

  /** Not where operators pause: what a tick in a pause comes to is not interpreted yet. */
  private boolean launches(String name) {
    return List.of("c0", "c1").contains(name) && dice.chance(35);
  }

  private String launch() {
    return dice.chance(50)
        ? "{ cron: \"%s\" }".formatted(dice.of("0 9 * * *", "30 2 * * *", "0 0 * * SUN,MON"))
        : "{ at: %s }".formatted(dice.of(Hours.DAYS) + "T" + dice.of(Hours.TIMES));
  }

  private Way edge(String from) {
    return new Way(from, dice.of(NODES), "when: " + new Cells(dice, Where.EDGE).trigger());
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
    if (dice.chance(40)) {
      head.add("tags: [promo]");
    }
    if (dice.chance(30)) {
      head.add("on-resume: skip");
    }
    frame(head);
    return head;
  }

  /** What ends participations, and what becomes of their orders. */
  private void frame(List<String> head) {
    var cells = new Cells(dice, Where.FRAME);
    if (dice.chance(25)) {
      head.add("goal: { when: %s%s }".formatted(cells.trigger(), goal()));
    }
    if (dice.chance(15)) {
      head.add("exit: { when: %s }".formatted(cells.trigger()));
    }
    if (dice.chance(35)) {
      head.add(
          "quiet-hours: { from: \"%s\", to: \"%s\"%s, then: %s }"
              .formatted(
                  dice.of("22:00", "01:30", "02:30"),
                  dice.of("08:00", "02:45", "03:00"),
                  dice.of("", ", zone: user"),
                  dice.of("hold", "drop")));
    }
  }

  private String goal() {
    return (dice.chance(50) ? ", within: " + dice.of("PT1H", "PT2H", "P1D", "P2D") : "")
        + (dice.chance(50) ? ", exit: true" : "")
        + (dice.chance(40) ? ", control: " + dice.of("50%", "30%", "90%") : "");
  }

  private String audience() {
    return dice.chance(60)
        ? new Cells(dice, Where.ENTRY).profile()
        : "count(a) gte " + dice.upTo(2);
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
    if (dice.chance(15)) {
      return "{ count: %d, of: all }".formatted(1 + dice.upTo(1));
    }
    return "{ count: %d, per: %s }"
        .formatted(1 + dice.upTo(1), dice.of("PT1H", "PT2H", "P1D", "day", "week", "month"));
  }

  private String schedule() {
    return dice.of(
        "timezone: America/New_York",
        "start: 2026-03-02T01:00",
        "start: 2026-03-28T13:30, timezone: Europe/Paris",
        "end: 2026-03-02T06:00",
        "end: 2026-03-02T06:00, at-end: stop",
        "end: 2026-03-02T09:00, timezone: Asia/Kolkata, at-end: stop",
        "end: 2026-03-03T02:30, at-end: stop",
        "end: 2026-03-29T02:30, timezone: Europe/Paris, at-end: stop",
        "end: 2026-10-04T02:15, timezone: Australia/Lord_Howe, at-end: stop",
        "timezone: Australia/Lord_Howe",
        "timezone: Asia/Kolkata",
        "end: 2026-03-29T02:30, timezone: Europe/Paris",
        "end: 2026-10-25T02:30, timezone: Europe/Paris");
  }
}
