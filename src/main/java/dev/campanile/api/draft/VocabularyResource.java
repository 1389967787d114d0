package dev.campanile.api.draft;

import dev.campanile.api.access.Roles;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.CouponPools.Stock;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The names that may stand in campaigns, for completion. */
@Path("/v1/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class VocabularyResource {

  /** What there is to name. */
  public record Vocabulary(
      List<EventType> events,
      List<Attribute> profile,
      List<Offered> channels,
      List<Stock> pools,
      List<String> attachments,
      List<Named> campaigns) {}

  public record EventType(String type, List<Attribute> properties) {}

  /**
   * A property of events, or an attribute of profiles.
   *
   * @param kinds what its values are: number, text, truth, time or list; none where that is unknown
   */
  public record Attribute(String path, List<String> kinds) {}

  /**
   * A channel.
   *
   * @param parameters what it can be told; empty where it takes whatever it is given
   * @param results what {@code {ID.name}} can ask for once an action has succeeded
   */
  public record Offered(String kind, List<Parameter> parameters, List<String> results) {

    static Offered of(Channel channel) {
      return new Offered(
          channel.kind(),
          channel.parameters().stream().map(Parameter::of).toList(),
          List.copyOf(new TreeSet<>(channel.results())));
    }
  }

  /**
   * What a channel can be told.
   *
   * @param kind text, pool, duration, texts (by name) or anything
   */
  public record Parameter(String name, String kind, boolean required, List<String> choices) {

    static Parameter of(dev.campanile.engine.action.Parameter parameter) {
      return new Parameter(
          parameter.name(),
          parameter.kind().name().toLowerCase(Locale.ROOT),
          parameter.required(),
          parameter.choices());
    }
  }

  public record Named(String id, String name) {}

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
