package dev.campanile.api.http;

import dev.campanile.engine.LogUnavailable;
import dev.campanile.engine.warehouse.Unavailable;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem detail. */
final class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private static final Map<Integer, String> ADVICE =
      Map.of(
          404, "There is nothing at this address. Maybe look at /q/openapi.",
          405, "This address does not know the method; the Allow header lists those it knows.",
          406, "There is no representation of the media type asked for.",
          413, "The body is larger than this address takes.",
          415, "This address does not read the media type of the body.");

  ProblemMappers() {}

  @ServerExceptionMapper
  RestResponse<Problem> refused(ProblemException refused) {
    var response = response(refused.problem());
    switch (refused.problem().status()) {
      case 401 -> response.header("WWW-Authenticate", "Bearer");
      case 429 -> response.header("Retry-After", refused.problem().members().get("retryAfter"));
      case 503 -> response.header("Retry-After", 1);
      default -> {}
    }
    return response.build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> unavailable(Unavailable warehouse) {
    LOG.warnf("A request found the warehouse unavailable: %s", warehouse.getMessage());
    return refused(
        Problem.of(
                503,
                "warehouse-unavailable",
                "The warehouse is not available",
                "The same request may succeed later.")
            .exception());
  }

  @ServerExceptionMapper
  RestResponse<Problem> unavailable(LogUnavailable log) {
    return refused(
        Problem.of(
                503,
                "log-unavailable",
                "The log is not available",
                "Nothing was accepted, or it is unknown what was. Send the same again with the same"
                    + " ids: what was accepted is recognised.")
            .exception());
  }

  @ServerExceptionMapper
  RestResponse<Problem> nobody(UnauthorizedException refused) {
    return response(
            Problem.blank(
                401,
                "Unauthorized",
                "Expected somebody who is signed in, or a key, but there is neither, or it opens nothing any more."))
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> unproved(AuthenticationFailedException refused) {
    return nobody(new UnauthorizedException());
  }

  @ServerExceptionMapper
  RestResponse<Problem> notAllowed(ForbiddenException refused) {
    return response(
            Problem.of(
                403,
                "role",
                "Forbidden",
                "Expected a caller with a role that may do this, but it has none."))
        .build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> http(WebApplicationException failure) {
    Response said = failure.getResponse();
    int status = said.getStatus();
    if (status < 400) {
      return RestResponse.ResponseBuilder.<Problem>create(status).build();
    }
    Response.StatusType known = said.getStatusInfo();
    var response =
        response(Problem.blank(status, known.getReasonPhrase(), ADVICE.getOrDefault(status, "")));
    if (said.getHeaderString("Allow") != null) {
      response.header("Allow", said.getHeaderString("Allow"));
    }
    return response.build();
  }

  @ServerExceptionMapper
  RestResponse<Problem> bug(Throwable failure) {
    // The cause goes to the log alone: it may name what callers must not know.
    String incident = UUID.randomUUID().toString();
    LOG.errorf(failure, "A request failed: incident %s.", incident);
    return response(
            Problem.blank(500, "Internal Server Error", "The log of the service tells more.")
                .with("incident", incident))
        .build();
  }

  private static RestResponse.ResponseBuilder<Problem> response(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .type(MediaType.valueOf(Problem.MEDIA_TYPE));
  }
}
