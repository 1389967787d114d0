package dev.campanile.campaign.text;

import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.Violation;
import java.util.List;

/** What reading one trigger comes to: the trigger, or everything that is wrong with it. */
public sealed interface TriggerReading {

  record Read(Trigger trigger) implements TriggerReading {}

  /** All problems at once, by place. */
  record Refused(List<Violation> violations) implements TriggerReading {

    public Refused {
      violations = List.copyOf(violations);
    }
  }
}
