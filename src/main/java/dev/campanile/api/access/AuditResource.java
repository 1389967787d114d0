package dev.campanile.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.access.AuditLog;
import dev.campanile.access.AuditLog.Entry;
import dev.campanile.access.AuditLog.Search;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Access")
@RunOnVirtualThread
public final class AuditResource {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  /**
   * A change.
   *
   * @param by how they proved who they are: password, oidc, key, open, service
   * @param before what it was, and {@code after}, what it is: JSON or text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      long id,
      Instant at,
      String who,
      String by,
      String action,
      String subject,
      @Nullable String before,
      @Nullable String after) {

    static Change of(Entry entry) {
      var change = entry.change();
      return new Change(
          entry.id(),
          change.at(),
          change.who(),
          change.by().text(),
          change.action(),
          change.subject(),
          change.before(),
          change.after());
    }
  }

  private final AuditLog log;

  public AuditResource(AuditLog log) {
    this.log = log;
  }

  @GET
  @Operation(
      summary = "Lists changes, the latest first",
      description =
          "Of one `subject` or by one `who`, if asked for. To go on: `before` the id of the last one.")
  public List<Change> list(
      @RestQuery Optional<Long> before,
      @RestQuery Optional<Integer> limit,
      @RestQuery Optional<String> subject,
      @RestQuery Optional<String> who) {
    int most = Math.clamp(limit.orElse(USUAL), 1, MOST);
    return log.search(new Search(before, most, subject, who)).stream().map(Change::of).toList();
  }
}
