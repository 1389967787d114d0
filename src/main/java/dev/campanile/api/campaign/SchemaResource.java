package dev.campanile.api.campaign;

import dev.campanile.api.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schemas of the files that authors write, for editors. */
@Path("/schema")
@Tag(name = "Campaigns")
@RunOnVirtualThread
public final class SchemaResource {

  private static final String TYPE = "application/schema+json";

  @GET
  @PermitAll
  @Path("/campaign.json")
  @Produces(TYPE)
  @Operation(summary = "The JSON Schema of campaign files")
  public byte[] campaign() throws IOException {
    return schema("/schema/campaign.json");
  }

  @GET
  @PermitAll
  @Path("/scenario.json")
  @Produces(TYPE)
  @Operation(summary = "The JSON Schema of scenario files")
  public byte[] scenario() throws IOException {
    return schema("/schema/scenario.json");
  }

  @GET
  @PermitAll
  @Path("/caps.json")
  @Produces(TYPE)
  @Operation(summary = "The JSON Schema of files of frequency caps")
  public byte[] caps() throws IOException {
    return schema("/schema/caps.json");
  }

  private static byte[] schema(String name) throws IOException {
    try (var schema = SchemaResource.class.getResourceAsStream(name)) {
      if (schema == null) {
        throw Problem.notFound("This build has no schema.").exception();
      }
      return schema.readAllBytes();
    }
  }
}
