package dev.campanile.api.monitor;

import dev.campanile.api.access.Roles;
import dev.campanile.engine.warehouse.Ledger;
import dev.campanile.engine.warehouse.Ledger.DeadRecord;
import dev.campanile.engine.warehouse.Ledger.Progress;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.engine.warehouse.Records.Audit;
import dev.campanile.engine.warehouse.Tallied;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether every event is accounted for. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RunOnVirtualThread
public final class LedgerResource {

  private static final int MOST_DEAD = 1_000;

  /**
   * The ledger as a whole.
   *
   * @param balanced whether every batch's classes add up to what came in, and no batch is missing
   * @param gaps batches that do not follow on the one before
   */
  public record Sums(
      boolean balanced,
      long batches,
      long unbalanced,
      long gaps,
      Tallied sum,
      List<Progress> partitions) {}

  private final Records records;
  private final Ledger ledger;

  public LedgerResource(Records records, Ledger ledger) {
    this.records = records;
    this.ledger = ledger;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/ledger")
  @Operation(
      summary = "Adds up how all events were classed",
      description =
          "in = applied + noMatch + duplicate + late + illegal + dead, for every batch and in all.")
  public Sums ledger() {
    Audit audit = records.audit();
    return new Sums(
        audit.sound() && audit.sum().balanced(),
        audit.batches(),
        audit.unbalanced(),
        audit.gaps(),
        audit.sum(),
        ledger.progress());
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/dead-events")
  @Operation(summary = "Lists records that could not be read or judged, the latest first")
  public List<DeadRecord> dead(@RestQuery @DefaultValue("100") int limit) {
    return ledger.dead(Math.clamp(limit, 1, MOST_DEAD));
  }
}
