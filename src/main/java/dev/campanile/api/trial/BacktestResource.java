package dev.campanile.api.trial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Filters;
import dev.campanile.api.trial.BacktestViews.Backtest;
import dev.campanile.engine.backtest.Backtests.Job;
import dev.campanile.engine.backtest.Backtests.Question;
import dev.campanile.engine.backtest.EventLogs.Uploaded;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What a campaign would have done with events of the past. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backtests")
@RunOnVirtualThread
public final class BacktestResource {

  private static final String STORED = "stored";

  private final BacktestDesk desk;
  private final Audit audit;

  public BacktestResource(BacktestDesk desk, Audit audit) {
    this.audit = audit;
    this.desk = desk;
  }

  @POST
  @Path("/backtests")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Asks for a backtest",
      description =
          """
          `{"campaign": "…", "files": {…}, "log": "stored", "since": "…", "until": "…"}`; `log` may be the name of an \
          uploaded one instead. Users begin with the profile that they have now. Actions settle as succeeded at once. \
          Each instance runs one backtest at a time, on one thread; at most 10 wait, and at most a million \
          events are folded. `until` is at most a year from now, and no event of an uploaded log is of the future. The campaign that is open is run over the same log, to compare.""")
  @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(
      responseCode = "202",
      description = "It is queued; Location says where to look",
      content = @Content(schema = @Schema(implementation = Backtest.class)))
  @APIResponse(responseCode = "404", description = "There is no such log")
  @APIResponse(responseCode = "422", description = "The campaign was refused")
  @APIResponse(
      responseCode = "429",
      description = "Too many backtests wait, or too many simulations are under way")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR, Roles.OPERATOR})
  public RestResponse<Backtest> ask(InputStream body) throws IOException {
    Job job = desk.answer(body, this::ask);
    return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, Backtest.of(job))
        .location(URI.create("/v1/backtests/" + job.id()))
        .build();
  }

  private Job ask(JsonNode request) {
    Bodies.only(request, "campaign", "files", "log", "since", "until");
    Question question =
        desk.question(
            Candidate.of(request),
            text(request, "log").filter(name -> !name.equals(STORED)),
            text(request, "since").map(Filters::instant),
            text(request, "until").map(Filters::instant));
    return audit.whole(() -> asked(question));
  }

  private Job asked(Question question) {
    Job job = desk.ask(question);
    audit.did("backtest.ask", job.question().campaign().text(), job.id());
    return job;
  }

  @GET
  @Path("/backtests")
  @Operation(summary = "Lists the latest backtests, of a campaign or of all, without reports")
  @RolesAllowed(Roles.VIEWER)
  public List<Backtest> list(@RestQuery Optional<String> campaign) {
    return desk.latest(campaign).stream().map(Backtest::of).toList();
  }

  @GET
  @Path("/backtests/{id}")
  @Operation(summary = "Shows how far a backtest has come, and its report once it is done")
  @RolesAllowed(Roles.VIEWER)
  public Backtest get(@RestPath String id) {
    return Backtest.of(desk.job(id));
  }

  @DELETE
  @Path("/backtests/{id}")
  @Operation(summary = "Cancels a backtest that waits or runs")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR, Roles.OPERATOR})
  public Backtest cancel(@RestPath String id) {
    Job job =
        audit.whole(
            () -> {
              Job before = desk.job(id);
              Job after = desk.cancel(id);
              if (after.state() != before.state()) {
                audit.did("backtest.cancel", after.question().campaign().text(), after.id());
              }
              return after;
            });
    return Backtest.of(job);
  }

  @GET
  @Path("/logs")
  @Operation(summary = "Lists the uploaded logs")
  @RolesAllowed(Roles.VIEWER)
  public List<Uploaded> logs() {
    return desk.logs();
  }

  @PUT
  @Path("/logs/{name}")
  @Consumes({
    "application/x-ndjson",
    "text/csv",
    "application/gzip",
    MediaType.APPLICATION_OCTET_STREAM,
    "*/*"
  })
  @Operation(
      summary = "Uploads a log of events",
      description =
          """
          `NAME.ndjson` has `{"id","type","user","time","properties"}` on each line, `NAME.csv` the columns \
          `id,type,user,time` and one for each property; both may be compressed (`.gz`). At most 64 MiB, at most 20 \
          logs.""")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "413", description = "The log is too large; nothing has changed")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR, Roles.OPERATOR})
  public Uploaded put(@RestPath String name, InputStream body) {
    return desk.keep(name, body, keeping -> audit.whole(() -> noted(name, keeping)));
  }

  private Uploaded noted(String name, Supplier<Uploaded> keeping) {
    Optional<Uploaded> before = desk.log(name);
    Uploaded kept = keeping.get();
    audit.changed("log.upload", name, before.orElse(null), kept);
    return kept;
  }

  @DELETE
  @Path("/logs/{name}")
  @Operation(summary = "Forgets an uploaded log")
  @RolesAllowed({Roles.MARKETER, Roles.RULE_AUTHOR, Roles.OPERATOR})
  public void delete(@RestPath String name) {
    audit.whole(
        () -> {
          Optional<Uploaded> before = desk.log(name);
          desk.forget(name);
          audit.changed("log.delete", name, before.orElse(null), null);
          return before;
        });
  }

  private static Optional<String> text(JsonNode request, String name) {
    return Optional.of(request.path(name).asText("")).filter(text -> !text.isBlank());
  }
}
