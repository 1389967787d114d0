package dev.campanile.reference;

import java.time.Instant;

/** One line of a course: what came of a log. Participations count from 1 in their campaign. */
public sealed interface Step {

  Instant at();

  record Arrived(String campaign, int participation, String by, String node, Instant at)
      implements Step {}

  record Ended(String campaign, int participation, String node, Instant at) implements Step {}

  record Refused(String campaign, String by, String reason, Instant at) implements Step {}

  record Skipped(String campaign, String action, Instant at) implements Step {}

  record Ordered(String campaign, int participation, String node, String action, Instant at)
      implements Step {}

  /** An event that came too late, whatever campaigns there are. */
  record Late(Instant at) implements Step {}
}
