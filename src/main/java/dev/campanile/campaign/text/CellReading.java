package dev.campanile.campaign.text;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Violation;
import java.util.List;

/** What reading one cell comes to: the condition, or everything that is wrong with it. */
public sealed interface CellReading {

  record Read(Condition condition) implements CellReading {}

  /** All problems at once, by place. */
  record Refused(List<Violation> violations) implements CellReading {

    public Refused {
      violations = List.copyOf(violations);
    }
  }
}
