package dev.campanile.api.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Addresses of the Application: a browser that goes to one is given the Application itself, which
 * finds the page. Whoever does not ask for a page is told by the resources that there is nothing.
 */
@Singleton
public final class PageRoutes {

  /** Before the resources: what they do not know, they answer as not found. */
  private static final int FIRST = -1;

  private static final String START = "/";
  private static final List<String> ELSEWHERE = List.of("/v1/", "/q/", "/schema/", "/assets/");

  void lead(@Observes Router router) {
    router.get().order(FIRST).handler(PageRoutes::lead);
  }

  private static void lead(RoutingContext context) {
    if (context.normalizedPath().equals(START)) {
      // It names the files of this very version; those may be kept, as their names change with
      // them.
      context.addHeadersEndHandler(
          end -> context.response().headers().set("Cache-Control", "no-cache"));
      context.next();
    } else if (isPage(context)) {
      context.reroute(START);
    } else {
      context.next();
    }
  }

  private static boolean isPage(RoutingContext context) {
    String path = context.normalizedPath();
    String accepted = context.request().getHeader("Accept");
    return accepted != null
        && accepted.contains("text/html")
        && ELSEWHERE.stream().noneMatch((path + "/")::startsWith);
  }
}
