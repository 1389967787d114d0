package dev.campanile.api.http;

import dev.campanile.access.Loopback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps pages of other sites, open in a browser on this machine, from talking to the service.
 *
 * <p>While it listens on loopback alone, the host that is asked for must be a name of loopback,
 * lest a foreign name be made to point here; and a request that a page sends must be of this
 * origin.
 */
@Provider
public final class Gatekeeper implements ContainerRequestFilter {

  /** It is no part of any name, and nothing that is kept can hold it. */
  private static final String NUL = "%00";

  private final boolean loopback;

  public Gatekeeper(@ConfigProperty(name = "quarkus.http.host") String listening) {
    this.loopback = Loopback.names(listening);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI asked = request.getUriInfo().getRequestUri();
    String host = asked.getHost();
    if (loopback && !Loopback.names(host)) {
      refuse(request, "Expected a request to localhost, but it is to another host.");
    } else if (asked.getRawPath().indexOf(';') >= 0) {
      // JAX-RS cuts matrix parameters off, and another user or campaign would be meant.
      refuse(request, "Expected a path without ';', but there is one. Maybe write %3B.");
    } else if (asked.toString().contains(NUL)) {
      abort(request, 400, "Bad Request", "Expected text, but the address holds a NUL character.");
    } else if (foreign(request)) {
      refuse(request, "Expected a request of this origin, but a page of another site sent it.");
    }
  }

  private static boolean foreign(ContainerRequestContext request) {
    String origin = request.getHeaderString("Origin");
    return origin != null && !sameAuthority(origin, request.getUriInfo().getRequestUri());
  }

  private static boolean sameAuthority(String origin, URI asked) {
    try {
      return asked.getAuthority().equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException opaque) {
      return false;
    }
  }

  private static void refuse(ContainerRequestContext request, String detail) {
    abort(request, 403, "Forbidden", detail);
  }

  private static void abort(
      ContainerRequestContext request, int status, String title, String detail) {
    request.abortWith(
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.blank(status, title, detail))
            .build());
  }
}
