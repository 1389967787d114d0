package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Edge;

/** A participation that looks at one of the edges of its node. */
record AtEdge(Run run, Edge edge, History history) implements Viewpoint {

  @Override
  public CampaignGraph campaign() {
    return run.campaign();
  }

  @Override
  public Known known(Occasion occasion) {
    return new Known(
        occasion.event(),
        run.entering().event(),
        occasion.profile(),
        run.answers(occasion),
        Calendar.zone(campaign().schedule()));
  }

  @Override
  public boolean serves(Occasion occasion) {
    return run.serves(occasion);
  }

  /**
   * "Since node counts events after the one that led to the node, in log order; since entry after
   * the entering event; since ever … all events of the user known so far."
   */
  @Override
  public boolean counts(Occasion event, Since since) {
    return switch (since) {
      case NODE -> event.number() > arrived() && serves(event);
      case ENTRY -> event.number() > run.entering().number() && serves(event);
      case EVER -> true;
    };
  }

  @Override
  public int arrived() {
    return run.arrival().number();
  }

  @Override
  public boolean due(Deadline deadline) {
    return run.spent(deadline);
  }

  @Override
  public boolean holds(Condition.Split split) {
    return Splits.holds(split, edge, campaign(), history.user());
  }

  @Override
  public boolean owns(Occasion.Settlement settlement) {
    return settlement.run() == run;
  }
}
