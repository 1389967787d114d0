package dev.campanile.campaign;

/** What a violation is about: the kinds of things that may be wrong. Their ids are stable. */
public enum Concern {
  READING("reading", "The file is not a campaign as the language has it."),
  NOT_EXECUTED("not-executed", "The engine does not execute this part of the language yet."),
  ACTION("action", "No channel, coupon pool or parameter of this installation serves the action."),
  REFERENCE("reference", "A reference such as {gift.code} will have no value."),
  TEMPLATE("template", "A text of an action does not read as a template."),
  FILE("file", "A file that the campaign names is not there, or not what it should be."),
  UNREACHABLE_NODE("unreachable-node", "No way from an entry leads to the node."),
  NEVER_HOLDS("never-holds", "A condition or a trigger contradicts itself."),
  CONTRADICTS_AUDIENCE(
      "contradicts-audience", "Whoever is in the audience can never satisfy the entry."),
  CONTRADICTS_ENTRY(
      "contradicts-entry",
      "Whoever has just entered cannot take the edge; only a changed profile helps."),
  ENDLESS_CYCLE("endless-cycle", "Users may go round at once: neither time nor an event passes."),
  SPLITS_OVER_100("splits-over-100", "The splits of a node add up to more than everybody."),
  NO_CAUSE("no-cause", "Nothing ever gives cause to judge the entry."),
  SHADOWED("shadowed", "A way before this one is taken whenever it could be."),
  GAP("gap", "Branches are chosen on arrival, and some users fit none of them."),
  WAITS_FOREVER("waits-forever", "Users for whom nothing more happens stay at the node for ever."),
  MISSED_MOMENT(
      "missed-moment", "What is waited for may happen when it does not count, and only once."),
  EXITS_AT_ONCE("exits-at-once", "Whoever could enter is refused: the exit holds already."),
  AFTER_EXIT("after-exit", "The campaign's exit holds first, so the edge is never taken."),
  DEAD_BY_LIMIT("dead-by-limit", "The schedule or the participation rules leave no room for it."),
  NOT_DECIDED("not-decided", "Whether the trigger can hold could not be decided.");

  private final String id;
  private final String summary;

  Concern(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  /** In kebab-case, as in {@code docs/checks.md}. */
  public String id() {
    return id;
  }

  public String summary() {
    return summary;
  }
}
