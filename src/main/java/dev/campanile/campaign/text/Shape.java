package dev.campanile.campaign.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The mappings of a campaign file and the keys that each may have, in the order in which they are
 * printed.
 */
enum Shape implements Keyed {
  CAMPAIGN(
      "campaign",
      "name",
      "tags",
      "audience",
      "schedule",
      "participation",
      "priority",
      "quiet-hours",
      "goal",
      "exit",
      "on-change",
      "on-resume",
      "entry",
      "nodes",
      "edges"),
  AUDIENCE("where", "list", "exclude"),
  EXCLUSION("where", "list"),
  SCHEDULE("start", "end", "timezone", "at-end"),
  PARTICIPATION("mode", "active", "key", "limits", "re-entry"),
  LIMIT("count", "per", "of"),
  QUIET_HOURS("from", "to", "zone", "then"),
  GOAL("when", "within", "exit", "control"),
  EXIT("when"),
  ON_CHANGE("migrate"),
  ENTRY("when", "launch", "to"),
  LAUNCH("cron", "at", "date", "repeat", "before", "after", "time", "zone", "rate"),
  NODE("strategy", "actions"),
  EDGE("from", "to", "when"),
  CAPS("caps"),
  CAP("channel", "tag", "count", "per"),
  COMPARISON("path", "op", "value"),
  TEXT("text"),
  AREA("lat", "lon", "radius", "file"),
  EVENT_CELL("event", "where"),
  ENTER_CELL("enter"),
  EXIT_CELL("exit"),
  ACTION_CELL("action", "outcome"),
  CRON_CELL("cron", "zone"),
  AFTER_CELL("after"),
  AT_CELL("at", "zone"),
  ON_CELL("on", "zone"),
  DWELL_CELL("dwell", "area"),
  AGGREGATE_CELL("aggregate"),
  AGGREGATE("fn", "path", "of", "where", "op", "value", "since", "within"),
  USER_CELL("user", "op", "value"),
  INSIDE_CELL("inside"),
  DURING_CELL("during"),
  DURING("from", "to", "days", "zone"),
  SPLIT_CELL("split"),
  RULES_CELL("rules"),
  ALWAYS_CELL("always");

  private final List<String> keys;

  Shape(String... keys) {
    this.keys = List.of(keys);
  }

  @Override
  public List<String> keys() {
    return keys;
  }

  boolean isCell() {
    return name().endsWith("_CELL");
  }

  /** The object form of a cell that has this key. */
  static Optional<Shape> ofCell(String key) {
    return Arrays.stream(values())
        .filter(shape -> shape.isCell() && shape.keys.getFirst().equals(key))
        .findFirst();
  }
}
