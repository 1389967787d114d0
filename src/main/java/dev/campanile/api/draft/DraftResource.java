package dev.campanile.api.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.access.Caller;
import dev.campanile.access.Means;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.CampaignViews.Publication;
import dev.campanile.api.draft.DraftDesk.Asker;
import dev.campanile.api.draft.DraftViews.Shown;
import dev.campanile.api.draft.DraftViews.Traced;
import dev.campanile.api.http.Bodies;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.draft.Draft;
import dev.campanile.engine.warehouse.Witness;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Drafts: what is being drawn, until it is published. */
@Path("/v1/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
@RunOnVirtualThread
public final class DraftResource {

  /** A text of the greatest length, every character of it escaped. */
  private static final int MOST_BYTES = 6 * TreeParser.LONGEST;

  private static final int MOST_SAID = 1 << 16;

  private final DraftDesk desk;
  private final Audit audit;

  public DraftResource(DraftDesk desk, Audit audit) {
    this.desk = desk;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Lists the drafts of all campaigns, without their texts")
  public List<Shown> list() {
    return desk.all();
  }

  @GET
  @Path("/{campaign}")
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Shows the draft of a campaign", description = "ETag is its revision.")
  public RestResponse<Shown> get(@RestPath String campaign) {
    return tagged(RestResponse.Status.OK, desk.one(campaign));
  }

  @PUT
  @Path("/{campaign}")
  @RolesAllowed(Roles.MARKETER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Begins the draft of a campaign, or changes its text",
      description =
          """
          The text need not read. With `If-Match` it takes the place of the revision that was seen, with \\
          `If-None-Match: *` there must be none. Whoever changes a submitted draft takes it back. `basedOn` says which \\
          version the text goes by, where that is not the open one.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "a text", value = "{\"text\": \"campaign: …\"}")))
  @APIResponse(
      responseCode = "201",
      description = "There is a draft now",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @APIResponse(responseCode = "200", description = "The draft is changed")
  @APIResponse(responseCode = "412", description = "Somebody was faster; who is told in `by`")
  @APIResponse(responseCode = "428", description = "What was seen must be said")
  public RestResponse<Shown> put(
      @RestPath String campaign,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
      InputStream body)
      throws IOException {
    JsonNode request = withText(body);
    Precondition seen = Precondition.of(ifMatch, ifNoneMatch).said();
    String text = request.path("text").asText();
    Optional<Integer> base = version(request, "basedOn");
    boolean begun = seen instanceof Precondition.None;
    Witness<Draft> witness = told(begun ? "draft.begin" : "draft.change");
    Shown put = audit.whole(() -> desk.put(campaign, text, base, seen, asker(), witness));
    return tagged(begun ? RestResponse.Status.CREATED : RestResponse.Status.OK, put);
  }

  @DELETE
  @Path("/{campaign}")
  @RolesAllowed(Roles.MARKETER)
  @Operation(summary = "Discards the draft of a campaign", description = "`If-Match` is heeded.")
  @APIResponse(responseCode = "204", description = "There is no draft any more")
  public RestResponse<Void> discard(
      @RestPath String campaign, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    audit.whole(
        () -> {
          String text = desk.discard(campaign, Precondition.of(ifMatch, null));
          audit.changed("draft.discard", campaign, text, null);
          return text;
        });
    return RestResponse.noContent();
  }

  @POST
  @Path("/{campaign}/submit")
  @RolesAllowed(Roles.MARKETER)
  @Operation(
      summary = "Asks for the publication of a draft",
      description =
          "With a `comment` for whoever looks at it. A draft with errors is refused: 422.")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public RestResponse<Shown> submit(
      @RestPath String campaign,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    String comment = request(body, "comment").path("comment").asText("");
    Precondition seen = Precondition.of(ifMatch, null);
    return done(desk.submission(campaign, comment, seen, asker(), told("draft.submit")));
  }

  @POST
  @Path("/{campaign}/withdraw")
  @RolesAllowed(Roles.MARKETER)
  @Operation(summary = "Takes a submitted draft back, to work on it")
  public RestResponse<Shown> withdraw(
      @RestPath String campaign, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    Precondition seen = Precondition.of(ifMatch, null);
    return done(() -> desk.withdraw(campaign, seen, told("draft.withdraw")));
  }

  @POST
  @Path("/{campaign}/reject")
  @RolesAllowed(Roles.MARKETER)
  @Operation(summary = "Sends a submitted draft back, with a `comment` that says why")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public RestResponse<Shown> reject(
      @RestPath String campaign,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    String comment = request(body, "comment").path("comment").asText("");
    Precondition seen = Precondition.of(ifMatch, null);
    return done(() -> desk.reject(campaign, comment, seen, asker(), told("draft.reject")));
  }

  @POST
  @Path("/{campaign}/publish")
  @RolesAllowed(Roles.MARKETER)
  @Operation(
      summary = "Publishes a draft; it is gone then",
      description =
          """
          Where approval is required, only a submitted draft, only by a person who has neither written at it nor \\
          submitted it, and only with `If-Match`. Where another version was published since the draft was begun, `over` must name it.""")
  @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "200",
      description = "A version is open with the content of the draft",
      content = @Content(schema = @Schema(implementation = Publication.class)))
  @APIResponse(responseCode = "403", description = "Somebody else must approve of it")
  @APIResponse(
      responseCode = "409",
      description =
          "Another version was published meanwhile, or a file that the draft names has changed since it was submitted")
  @APIResponse(responseCode = "422", description = "The campaign was refused")
  public Publication publish(
      @RestPath String campaign,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    Optional<Integer> over = version(request(body, "over"), "over");
    Precondition seen = Precondition.of(ifMatch, null);
    Witness<CampaignKey> witness =
        (before, after) ->
            audit.changed(
                "draft.publish",
                campaign,
                before.map(CampaignKey::toString).orElse(null),
                after.toString());
    return Publication.of(desk.publish(campaign, over, seen, asker(), witness));
  }

  private static JsonNode withText(InputStream body) throws IOException {
    JsonNode request = Bodies.only(Bodies.json(body, MOST_BYTES), "text", "basedOn");
    if (!request.path("text").isTextual()) {
      throw DraftDesk.invalid("the text of a campaign file at 'text'");
    }
    return request;
  }

  private static JsonNode request(InputStream body, String member) throws IOException {
    return Bodies.only(Bodies.json(body, MOST_SAID), member);
  }

  private static Optional<Integer> version(JsonNode request, String key) {
    JsonNode version = request.path(key);
    if (version.isMissingNode() || version.isNull()) {
      return Optional.empty();
    }
    if (!version.isInt() || version.intValue() < 0) {
      throw DraftDesk.invalid("a version at '%s', such as 3".formatted(key));
    }
    return Optional.of(version.intValue());
  }

  private Asker asker() {
    Caller caller = audit.caller();
    return new Asker(caller.who(), caller.by() != Means.KEY);
  }

  private RestResponse<Shown> done(Supplier<Shown> deed) {
    return tagged(RestResponse.Status.OK, audit.whole(deed));
  }

  private Witness<Draft> told(String action) {
    return (before, after) ->
        audit.changed(
            action, after.campaign().text(), before.map(Traced::of).orElse(null), Traced.of(after));
  }

  private static RestResponse<Shown> tagged(RestResponse.Status status, Shown draft) {
    return RestResponse.ResponseBuilder.create(status, draft)
        .header(HttpHeaders.ETAG, "\"" + draft.revision() + "\"")
        .build();
  }
}
