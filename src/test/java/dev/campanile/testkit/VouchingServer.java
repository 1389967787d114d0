package dev.campanile.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * A server of OpenID Connect with real signatures, at which everybody is Eva, whose group is known
 * here as marketers.
 */
public final class VouchingServer implements QuarkusTestResourceLifecycleManager {

  private static final String CLIENT = "campanile";

  private final KeyPair keys = rsa();
  private final KeyPair strange = rsa();
  private final AtomicReference<String> nonce = new AtomicReference<>("");
  private HttpServer http;

  /** For Quarkus. */
  @SuppressWarnings("NullAway.Init")
  public VouchingServer() {}

  @Override
  public Map<String, String> start() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/.well-known/openid-configuration", call -> json(call, configuration()));
    http.createContext("/keys", call -> json(call, keys()));
    http.createContext("/authorize", this::authorize);
    http.createContext(
        "/token",
        call ->
            json(
                call,
                "{\"access_token\": \"%s\", \"id_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                    .formatted(token(Map.of()), token(Map.of()))));
    http.createContext("/make", call -> text(call, token(query(call.getRequestURI()))));
    http.start();
    return Map.of(
        "campanile.oidc.server",
        issuer(),
        "campanile.oidc.secret",
        "a secret that only this client knows",
        "campanile.oidc.roles-claim",
        "realm_access.roles",
        "campanile.oidc.roles.\"shop-marketing\"",
        "marketer",
        "test.vouching",
        issuer());
  }

  @Override
  public void stop() {
    http.stop(0);
  }

  private String issuer() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private String configuration() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
         "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}"""
        .formatted(issuer());
  }

  private String keys() {
    var key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"k\", \"alg\": \"RS256\", \"use\": \"sig\", \"n\": \"%s\", \"e\": \"%s\"}]}"
        .formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
  }

  /**
   * @param asked what shall be otherwise than in a good token: issuer, audience, role, age, signer
   */
  private String token(Map<String, String> asked) {
    Instant made = Instant.now().minusSeconds(Long.parseLong(asked.getOrDefault("age", "0")));
    return Jwt.issuer(asked.getOrDefault("issuer", issuer()))
        .subject("0f3c")
        .audience(asked.getOrDefault("audience", CLIENT))
        .claim("preferred_username", "Eva@shop.example")
        .claim("name", "Eva")
        .claim("nonce", nonce.get())
        .claim(
            "realm_access",
            Map.of("roles", Set.of(asked.getOrDefault("role", "shop-marketing"), "unheard-of")))
        .issuedAt(made)
        .expiresAt(made.plusSeconds(300))
        .jws()
        .keyId("k")
        .sign((asked.containsKey("signer") ? strange : keys).getPrivate());
  }

  private void authorize(HttpExchange call) throws IOException {
    Map<String, String> asked = query(call.getRequestURI());
    nonce.set(asked.getOrDefault("nonce", ""));
    String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
    call.getResponseHeaders()
        .add("Location", asked.get("redirect_uri") + "?code=once&state=" + state);
    call.sendResponseHeaders(302, -1);
    call.close();
  }

  private static Map<String, String> query(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange call, String body) throws IOException {
    call.getResponseHeaders().add("Content-Type", "application/json");
    text(call, body);
  }

  private static void text(HttpExchange call, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private static String base64(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
