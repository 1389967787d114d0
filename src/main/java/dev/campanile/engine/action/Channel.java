package dev.campanile.engine.action;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.engine.state.Order;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A way of performing actions of one kind. Thread-safe. */
public sealed interface Channel {

  /** The word for it in campaign files. */
  String kind();

  /**
   * What is wrong with an action's parameters as written, each as "Expected …, but …."; empty where
   * all is well.
   */
  List<String> problems(Attributes parameters);

  /** What it can be told; empty where it takes whatever it is given. */
  List<Parameter> parameters();

  /** The names that {@code {ID.name}} can ask for once an action of this kind has succeeded. */
  Set<String> results();

  /** What is done to values before they stand in a text among its parameters. */
  default Escape escape(Path parameter) {
    return Escape.usual(parameter);
  }

  /** Someone else performs it: a call that can fail, or leave open whether it was performed. */
  non-sealed interface Outside extends Channel {

    Trust trust();

    /** How long the other side remembers a key; no attempt is made later than that. */
    default Duration keyLifetime() {
      return Duration.ofHours(24);
    }

    /** Blocks until the outcome is known, or is known to stay open. */
    Attempt perform(Order order);
  }

  /**
   * Campanile keeps it itself: it is performed in the transaction that settles the order, hence
   * exactly once. The outbox knows how; {@code kind} names what.
   */
  non-sealed interface Kept extends Channel {}
}
