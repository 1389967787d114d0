package dev.campanile.api.http;

import dev.campanile.access.Loopback;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whoever has come by HTTPS comes by it from now on: the browser no longer asks over plain HTTP,
 * where somebody on the way could answer. Which proxies are believed that say so is Quarkus'
 * matter.
 */
@Singleton
public final class StrictTransport {

  /** A year. */
  private static final String FROM_NOW_ON = "max-age=31536000";

  private static final int EARLY = 1_000;

  void register(@Observes Filters filters) {
    filters.register(StrictTransport::mark, EARLY);
  }

  private static void mark(RoutingContext context) {
    if (context.request().isSSL() && !ofThisMachine(context.request())) {
      context.response().putHeader("Strict-Transport-Security", FROM_NOW_ON);
    }
    context.next();
  }

  /** Other things answer to its names, too. */
  private static boolean ofThisMachine(HttpServerRequest request) {
    HostAndPort asked = request.authority();
    return asked == null || Loopback.names(asked.host());
  }
}
