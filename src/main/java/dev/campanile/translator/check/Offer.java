package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import java.util.List;

/** What an installation offers to the actions of campaigns. Thread-safe. */
@FunctionalInterface
public interface Offer {

  /**
   * What is wrong with an action, each as "Expected …, but ….", perhaps with a line of advice; an
   * unknown kind is wrong, too.
   */
  List<String> problems(Action action);
}
