package dev.campanile.engine.backtest;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.monitor.Funnel;
import dev.campanile.engine.monitor.Pulses.Flow;
import dev.campanile.engine.monitor.Pulses.Kind;
import dev.campanile.engine.monitor.Pulses.Waiting;
import dev.campanile.engine.state.Delivery.Cause;
import dev.campanile.engine.state.Fact.Reason;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.Tallied;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a backtest came to, in figures.
 *
 * @param users how many users have events
 * @param campaigns by version, sorted
 */
public record Report(Tallied tallied, long users, Map<CampaignKey, Traffic> campaigns) {

  /**
   * What happened in one campaign.
   *
   * @param goals participations that reached the goal
   * @param refusals entries that were refused, by what stopped them
   * @param held messages that quiet hours put off
   * @param withheld orders that are never performed, by what kept them back
   * @param nodes in the order of the campaign file
   * @param edges how often each way was followed, entries first, in the order of the campaign file
   * @param days orders by the day on the schedule's clock
   */
  public record Traffic(
      long entries,
      long goals,
      Map<Reason, Long> refusals,
      long held,
      Map<Cause, Long> withheld,
      Map<NodeId, NodeTraffic> nodes,
      Map<String, Long> edges,
      SortedMap<LocalDate, Long> days) {

    /** The same as what is counted live, of the version that was run. */
    public Funnel funnel(CampaignGraph graph, int version) {
      List<Flow> flows = new ArrayList<>();
      Map<String, String> targets = targets(graph);
      edges.forEach(
          (way, count) -> flows.add(flow(version, Kind.MOVED, way, targets.get(way), count)));
      List<Waiting> waiting = new ArrayList<>();
      nodes.forEach(
          (node, there) ->
              there
                  .rest()
                  .forEach(
                      (status, count) -> {
                        if (status == Status.ACTIVE) {
                          waiting.add(new Waiting(version, node, count));
                        } else {
                          flows.add(flow(version, Kind.ENDED, status.name(), node.text(), count));
                        }
                      }));
      flows.add(flow(version, Kind.REACHED, "goal", "", goals));
      refusals.forEach(
          (reason, count) -> flows.add(flow(version, Kind.REFUSED, reason.name(), "", count)));
      return Funnel.of(graph, flows, waiting);
    }

    private static Flow flow(int version, Kind kind, String name, String node, long count) {
      return new Flow(version, kind, name, node, count, 0);
    }

    private static Map<String, String> targets(CampaignGraph graph) {
      Map<String, String> targets = new HashMap<>();
      List<Entry> entries = graph.entries();
      for (int rank = 1; rank <= entries.size(); rank++) {
        targets.put("entry-" + rank, entries.get(rank - 1).to().text());
      }
      graph.edges().forEach(edge -> targets.put(edge.id(), edge.to().text()));
      return targets;
    }
  }

  /**
   * What happened at one node.
   *
   * @param rest the participations whose last node it is, by their final status
   * @param orders by action, in the order of the campaign file
   */
  public record NodeTraffic(long arrivals, Map<Status, Long> rest, Map<ActionId, Long> orders) {}
}
