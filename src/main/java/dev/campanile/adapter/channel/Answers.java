package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Attempt;
import dev.campanile.engine.action.ValueCodec;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the answer to a webhook means. */
final class Answers {

  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final ValueCodec codec;
  private final Clock clock;

  Answers(ValueCodec codec, Clock clock) {
    this.codec = codec;
    this.clock = clock;
  }

  static boolean succeeded(int status) {
    return status >= 200 && status < 300;
  }

  Attempt of(HttpResponse<Optional<byte[]>> answer) {
    int status = answer.statusCode();
    if (succeeded(status)) {
      return new Attempt.Succeeded(result(answer));
    }
    String reason =
        "Expected 2xx from %s, but got %d.".formatted(answer.request().uri().getHost(), status);
    return status >= 500 || LATER.contains(status)
        ? new Attempt.Failed(reason, retryAfter(answer))
        : new Attempt.Refused(reason);
  }

  private Attributes result(HttpResponse<Optional<byte[]>> answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("status", BigDecimal.valueOf(answer.statusCode()));
    answer
        .body()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(this::json)
        .ifPresent(value -> result.put("body", value));
    return new Attributes(result);
  }

  /** Whatever the other side says is as good as nothing if it cannot be kept. */
  private Optional<Object> json(String text) {
    try {
      Object value = codec.decode(text);
      // NUL is JSON, yet no text of PostgreSQL.
      return codec.encode(value).contains("\\u0000") ? Optional.empty() : Optional.of(value);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Duration retryAfter(HttpResponse<?> answer) {
    return answer.headers().firstValue("Retry-After").map(this::pause).orElse(Duration.ZERO);
  }

  private Duration pause(String text) {
    try {
      return text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text);
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private Duration until(String date) {
    var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    Duration pause = Duration.between(clock.instant(), then);
    return pause.isNegative() ? Duration.ZERO : pause;
  }
}
