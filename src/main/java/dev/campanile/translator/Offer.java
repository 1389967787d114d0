package dev.campanile.translator;

import dev.campanile.campaign.Action;
import java.util.List;

/** What this installation offers to the actions of campaigns. Thread-safe. */
public interface Offer {

  /** What is wrong with an action, each as "Expected …, but …."; an unknown kind is wrong, too. */
  List<String> problems(Action action);

  /** Whether there is a coupon pool of this name; true where that cannot be known. */
  boolean hasPool(String name);
}
