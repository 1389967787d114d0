package dev.campanile.reference;

import java.time.Instant;
import java.util.Optional;

/** One line of a course: what came of a log. Participations count from 1 in their campaign. */
public sealed interface Step {

  Instant at();

  record Arrived(String campaign, int participation, String by, String node, Instant at)
      implements Step {}

  /**
   * @param how COMPLETED, REACHED, EXITED or STOPPED
   */
  record Ended(String campaign, int participation, String node, String how, Instant at)
      implements Step {}

  /** A goal is noted. */
  record Reached(String campaign, int participation, Instant at) implements Step {}

  record Refused(String campaign, String by, String reason, Instant at) implements Step {}

  record Skipped(String campaign, String action, Instant at) implements Step {}

  /**
   * @param until when it is released, where it is held
   * @param withheld CONTROL, QUIET or CAPPED, where it is not performed
   */
  record Ordered(
      String campaign,
      int participation,
      String node,
      String action,
      Instant at,
      Optional<Instant> until,
      Optional<String> withheld)
      implements Step {}

  /** An event that came too late, whatever campaigns there are. */
  record Late(Instant at) implements Step {}
}
