package dev.campanile.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schema of campaign files, for editors. */
@Path("/schema/campaign.json")
@Tag(name = "Campaigns")
@RunOnVirtualThread
public final class SchemaResource {

  private static final String SCHEMA = "/schema/campaign.json";

  @GET
  @Produces("application/schema+json")
  @Operation(summary = "The JSON Schema of campaign files")
  public byte[] schema() throws IOException {
    try (var schema = SchemaResource.class.getResourceAsStream(SCHEMA)) {
      if (schema == null) {
        throw Problem.notFound("This build has no schema.").exception();
      }
      return schema.readAllBytes();
    }
  }
}
