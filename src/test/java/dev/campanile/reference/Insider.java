package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Edge;
import java.util.Optional;

/**
 * A participation that looks at the edges of its node, or at its goal and exit, which "count
 * everything from the entry".
 *
 * @param edge the one that is looked at, where splits may stand
 * @param watch what has fallen due since the arrival, or since the entry
 */
record Insider(Run run, Optional<Edge> edge, Watch watch, History history) implements Viewpoint {

  static Insider node(Run run, History history) {
    return new Insider(run, Optional.empty(), run.watch(), history);
  }

  static Insider edge(Run run, Edge edge, History history) {
    return new Insider(run, Optional.of(edge), run.watch(), history);
  }

  static Insider frame(Run run, History history) {
    return new Insider(run, Optional.empty(), run.frame(), history);
  }

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
    return run.serves(occasion) && !pauses().had(occasion.number());
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
    return watch.since().number();
  }

  @Override
  public boolean due(Deadline deadline) {
    return watch.spent(deadline);
  }

  @Override
  public boolean strikes(Condition.Cron cron, Occasion at) {
    return watch.struck(cron, at);
  }

  @Override
  public boolean holds(Condition.Split split) {
    return Splits.holds(split, edge.orElseThrow(), campaign(), history.user());
  }

  @Override
  public boolean owns(Occasion.Settlement settlement) {
    return settlement.run() == run;
  }
}
