package dev.campanile.api.draft;

import dev.campanile.api.access.Roles;
import dev.campanile.api.draft.VocabularyViews.Vocabulary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The names that may stand in campaigns, for completion. */
@Path("/v1/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class VocabularyResource {

  private final VocabularyDesk desk;

  public VocabularyResource(VocabularyDesk desk) {
    this.desk = desk;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Tells which names may stand in campaigns",
      description =
          """
          Event types and attributes are those that live campaigns ask for, and those among the latest events and \\
          some of the profiles; beside them channels with their parameters, coupon pools, uploaded files, campaigns.""")
  public Vocabulary vocabulary() {
    return desk.vocabulary();
  }
}
