package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** When an order is to be performed, if at all. */
public sealed interface Delivery {

  /** As soon as it can be. */
  record Now() implements Delivery {}

  /** Not before quiet hours are over. */
  record Held(Instant until) implements Delivery {}

  /** Never: it is settled by being ordered. */
  record Withheld(Cause cause) implements Delivery {

    /** Whether whatever waits for the order takes it as performed. */
    public boolean succeeded() {
      return cause == Cause.CONTROL;
    }

    /** What conditions see as the answer of the action. */
    public Attributes result() {
      return succeeded()
          ? Attributes.NONE
          : new Attributes(Map.of("reason", cause.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Why an order is not performed. */
  enum Cause {
    /** The user is in the control group of the campaign. */
    CONTROL,
    /** Its campaign drops messages in quiet hours. */
    QUIET,
    /** The user has had as many messages as a frequency cap allows. */
    CAPPED
  }

  Delivery NOW = new Now();
}
