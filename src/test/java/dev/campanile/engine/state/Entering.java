package dev.campanile.engine.state;

import dev.campanile.campaign.Event;
import java.util.List;

/** Where a rule book judges entries, for tests outside this package. */
public final class Entering {

  private Entering() {}

  /** The places of entries without memory that an event may open. */
  public static List<String> places(RuleBook book, Event event) {
    return book.doors().places(event);
  }
}
