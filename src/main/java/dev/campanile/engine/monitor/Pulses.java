package dev.campanile.engine.monitor;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import java.time.Instant;
import java.util.List;

/** What goes on in campaigns, counted. Thread-safe. */
public interface Pulses {

  /** What may have happened. */
  enum Kind {
    /** A user entered, or followed an edge. */
    MOVED,
    /** The goal was reached. */
    REACHED,
    ENDED,
    /** An entry was refused. */
    REFUSED
  }

  /** Active participations at a node of a version. */
  record Waiting(int version, NodeId node, long count) {}

  /**
   * How often something has happened under a version.
   *
   * @param name the edge or entry that was followed, how participations ended, or what refused
   * @param node the node it led to, or where it happened; empty for refusals
   * @param lastMinute how often in the last sixty seconds by the clock of the store: exact for the
   *     present minute, and of the one before it the share that is not over yet
   */
  record Flow(int version, Kind kind, String name, String node, long total, long lastMinute) {}

  /**
   * What did not go as it should.
   *
   * @param dead records of all campaigns that nobody has settled: what cannot be read names none
   * @param parked orders that wait for a person, or for what they need
   * @param failed orders that were finally not performed
   * @param unknown orders of which nobody knows whether they were
   */
  record Errors(long dead, long parked, long failed, long unknown) {}

  /** Everything at one instant. */
  record Pulse(List<Waiting> waiting, List<Flow> flows, Errors errors) {}

  Pulse of(CampaignId campaign);

  /** What has happened from an event time on, up to now; nothing of it is of a last minute. */
  List<Flow> since(CampaignId campaign, Instant since);
}
