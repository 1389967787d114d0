package dev.campanile.campaign.text;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Always;
import dev.campanile.campaign.Condition.Cron;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Profile;
import dev.campanile.campaign.Condition.Settled;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Condition.Standing;
import java.util.Optional;

/** Where in a campaign a trigger stands, and which conditions have no meaning there. */
public enum Site {
  AUDIENCE("audience"),
  ENTRY("entry"),
  /** An edge. */
  INSIDE("edges"),
  /** The goal or the exit of the whole campaign. */
  BESIDE("goal and exit");

  private final String name;

  Site(String name) {
    this.name = name;
  }

  /** Refuses a condition that cannot stand here. */
  void check(Condition condition) {
    objection(condition)
        .ifPresent(
            advice -> {
              throw new Misread(
                  0,
                  "Expected a condition that can stand in '%s', but got %s."
                      .formatted(name, Excerpt.of(CampaignText.text(condition))),
                  advice);
            });
  }

  private Optional<String> objection(Condition condition) {
    return switch (this) {
      case INSIDE -> Optional.empty();
      case BESIDE ->
          condition instanceof Split
              ? Optional.of("Maybe put it on an edge: a split is a part of those at a node.")
              : Optional.empty();
      case ENTRY -> inEntry(condition);
      case AUDIENCE -> inAudience(condition);
    };
  }

  private static Optional<String> inAudience(Condition condition) {
    return switch (condition) {
      case Profile profile -> Optional.empty();
      case Always always -> Optional.empty();
      case Aggregate aggregate ->
          aggregate.tally().since() == Since.EVER
              ? Optional.empty()
              : Optional.of("Maybe drop 'since': an audience counts since ever.");
      default ->
          Optional.of("Maybe use user.PATH or an aggregate: an audience is outside of any node.");
    };
  }

  private static Optional<String> inEntry(Condition condition) {
    return switch (condition) {
      case Deadline deadline ->
          Optional.of("Maybe put it on an edge: before the entry there is no node to wait at.");
      case Cron cron -> Optional.of("Maybe use launch: {cron: …}.");
      case Split split -> Optional.of("Maybe put it on an edge.");
      case Settled settled ->
          Optional.of("Maybe put it on an edge: before the entry no action is done.");
      case Condition.Happening happening -> Optional.empty();
      case Standing standing -> Optional.empty();
    };
  }
}
