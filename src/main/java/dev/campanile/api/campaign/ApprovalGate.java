package dev.campanile.api.campaign;

import dev.campanile.api.http.Problem;
import dev.campanile.draft.Approval.Objection;
import java.util.Optional;

/** Where whatever is about to be published comes through. */
public final class ApprovalGate {

  private ApprovalGate() {}

  /** A 403 problem where something stands against it. */
  public static void pass(Optional<Objection> objection) {
    objection.ifPresent(
        standing -> {
          throw Problem.of(
                  403, "approval-required", "Somebody else must approve of it", standing.text())
              .exception();
        });
  }
}
