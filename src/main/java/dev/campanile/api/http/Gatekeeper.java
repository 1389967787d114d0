package dev.campanile.api.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Keeps pages of other sites, open in a browser on this machine, from talking to the service.
 *
 * <p>The host that is asked for must be one of its {@link Hosts}, and a request that a page sends
 * must be of an origin that is.
 */
@Provider
public final class Gatekeeper implements ContainerRequestFilter {

  /** It is no part of any name, and nothing that is kept can hold it. */
  private static final String NUL = "%00";

  /** Settings are not known yet when filters are made. */
  private final Instance<Hosts> hosts;

  public Gatekeeper(Instance<Hosts> hosts) {
    this.hosts = hosts;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI asked = request.getUriInfo().getRequestUri();
    if (!hosts.get().serves(asked.getHost())) {
      refuse(
          request,
          "Expected a request to a host of this service, but it is to another one. Maybe add it to campanile.hosts.");
    } else if (asked.getRawPath().indexOf(';') >= 0) {
      // JAX-RS cuts matrix parameters off, and another user or campaign would be meant.
      refuse(request, "Expected a path without ';', but there is one. Maybe write %3B.");
    } else if (asked.toString().contains(NUL)) {
      abort(request, 400, "Bad Request", "Expected text, but the address holds a NUL character.");
    } else if (foreign(request)) {
      refuse(request, "Expected a request of this origin, but a page of another site sent it.");
    }
  }

  private boolean foreign(ContainerRequestContext request) {
    String origin = request.getHeaderString("Origin");
    return origin != null && !hosts.get().own(origin, request.getUriInfo().getRequestUri());
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
