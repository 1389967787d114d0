package dev.campanile.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses what says of its body that it is of no media type at all, before anybody looks for who
 * reads it: where several can, that look would fail.
 */
@Provider
@PreMatching
public final class MediaTypeFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type == null || isMediaType(type)) {
      return;
    }
    request.abortWith(
        Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
            .type(Problem.MEDIA_TYPE)
            .entity(
                Problem.blank(
                    415,
                    Response.Status.UNSUPPORTED_MEDIA_TYPE.getReasonPhrase(),
                    "Expected a media type such as application/json as Content-Type, but got '%s'."
                        .formatted(Texts.excerpt(type))))
            .build());
  }

  private static boolean isMediaType(String text) {
    try {
      MediaType.valueOf(text);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
