package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Attributes;
import java.util.Optional;

/** What becomes of the orders of an action. */
public sealed interface Answer {

  /** They are performed; without a result of its own, each answers as in a backtest. */
  record Succeeds(Optional<Attributes> result) implements Answer {}

  /** They are finally not performed. */
  record Fails(Attributes result) implements Answer {}

  /** They are under way until a step settles them. */
  record Waits() implements Answer {}
}
