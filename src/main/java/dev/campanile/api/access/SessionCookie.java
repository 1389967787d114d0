package dev.campanile.api.access;

import dev.campanile.access.Secret;
import dev.campanile.access.Session;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The secret of a session in a browser: no script reads it, no other site has it sent, and over
 * HTTPS no other host of the domain can have set it.
 */
final class SessionCookie {

  private static final String PLAIN = "campanile";
  private static final String OF_THIS_HOST = "__Host-campanile";

  /** A secret is far shorter; what is longer is none. */
  private static final int LONGEST = 128;

  private SessionCookie() {}

  static Optional<Secret> in(HttpServerRequest request) {
    Cookie cookie = request.getCookie(name(request));
    return Optional.ofNullable(cookie)
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .map(Secret::new);
  }

  static NewCookie holding(Secret secret, HttpServerRequest request) {
    return cookie(secret.text(), (int) Session.LONGEST.toSeconds(), request);
  }

  static NewCookie none(HttpServerRequest request) {
    return cookie("", 0, request);
  }

  private static NewCookie cookie(String value, int seconds, HttpServerRequest request) {
    return new NewCookie.Builder(name(request))
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(request.isSSL())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  private static String name(HttpServerRequest request) {
    return request.isSSL() ? OF_THIS_HOST : PLAIN;
  }
}
