package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.ValueCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The request that an action's parameters ask for.
 *
 * @param headers what the author added or replaced, lower-case names
 */
record WebhookCall(
    URI url, String method, Map<String, String> headers, Optional<String> body, Duration timeout) {

  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final String CONTENT_TYPE = "content-type";

  /**
   * Reads parameters whose references are filled in.
   *
   * @throws IllegalArgumentException where they ask for nothing that can be sent
   */
  static WebhookCall of(Attributes parameters, ValueCodec codec) {
    List<String> problems = WebhookParameters.problems(parameters, false);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.getFirst());
    }
    Map<String, Object> values = parameters.values();
    Map<String, String> headers = headers(values);
    Optional<String> body = Optional.ofNullable(values.get("body")).map(raw -> text(raw, codec));
    body.ifPresent(text -> headers.putIfAbsent(CONTENT_TYPE, contentType(values.get("body"))));
    return new WebhookCall(
        URI.create(values.get("url").toString()),
        values.getOrDefault("method", "POST").toString(),
        headers,
        body,
        Optional.ofNullable(values.get("timeout"))
            .map(text -> Duration.parse(text.toString()))
            .orElse(TIMEOUT));
  }

  private static Map<String, String> headers(Map<String, Object> values) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (values.get("headers") instanceof Map<?, ?> written) {
      written.forEach((name, value) -> headers.put(name.toString(), value.toString()));
    }
    return headers;
  }

  private static String text(Object body, ValueCodec codec) {
    return body instanceof String text ? text : codec.encode(body);
  }

  private static String contentType(Object body) {
    return body instanceof String ? "text/plain; charset=utf-8" : "application/json";
  }
}
