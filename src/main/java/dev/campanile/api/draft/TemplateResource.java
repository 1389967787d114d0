package dev.campanile.api.draft;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Campaigns to start from. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class TemplateResource {

  private static final String FOLDER = "/starters/";

  /**
   * A campaign to start from.
   *
   * @param id that of its campaign, too
   * @param name by language: en, zh
   * @param text the campaign file
   */
  public record Starter(
      String id, Map<String, String> name, Map<String, String> summary, String text) {}

  private record Listed(String id, Map<String, String> name, Map<String, String> summary) {

    Starter with(String text) {
      return new Starter(id, name, summary, text);
    }
  }

  private final List<Starter> starters;

  public TemplateResource() {
    try {
      List<Listed> index =
          new ObjectMapper(Json.FACTORY)
              .readValue(resource("index.json"), new TypeReference<List<Listed>>() {});
      this.starters =
          index.stream().map(listed -> listed.with(resource(listed.id() + ".yaml"))).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(
      summary = "Lists campaigns to start from",
      description = "Each passes all checks as it is; names and summaries are by language.")
  public List<Starter> list() {
    return starters;
  }

  private static String resource(String name) {
    try (InputStream in = TemplateResource.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new FileNotFoundException(FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
