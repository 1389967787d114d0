package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Parameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a webhook's parameters. Messages never quote a URL or a header's value: they
 * may hold credentials.
 */
final class WebhookParameters {

  static final Duration LONGEST = Duration.ofSeconds(60);

  /** A value that is one would lead to another path than the author's. */
  private static final Pattern STEPS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final List<String> METHODS = List.of("DELETE", "GET", "PATCH", "POST", "PUT");

  static final List<Parameter> ALL =
      List.of(
          Parameter.required("url", Parameter.Kind.TEXT),
          Parameter.oneOf("method", METHODS),
          Parameter.optional("headers", Parameter.Kind.TEXTS),
          Parameter.optional("body", Parameter.Kind.ANYTHING),
          Parameter.optional("timeout", Parameter.Kind.DURATION));

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
  private static final Pattern HEADER_VALUE =
      Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]{0,8192}");

  /** These are the transport's, or the key's. */
  private static final Set<String> OWN =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "idempotency-key",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Map<String, Object> values;
  private final boolean asWritten;
  private final List<String> problems = new ArrayList<>();

  private WebhookParameters(Map<String, Object> values, boolean asWritten) {
    this.values = values;
    this.asWritten = asWritten;
  }

  /**
   * All problems.
   *
   * @param asWritten texts may still hold references, so that what they become is not known
   */
  static List<String> problems(Attributes parameters, boolean asWritten) {
    var check = new WebhookParameters(parameters.values(), asWritten);
    check.names();
    check.url();
    check.method();
    check.headers();
    check.timeout();
    return check.problems;
  }

  private void names() {
    Set<String> known = ALL.stream().map(Parameter::name).collect(Collectors.toSet());
    var unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(known);
    for (String name : unknown) {
      problems.add(
          "Expected a parameter of %s for webhook, but got '%s'."
              .formatted(String.join(", ", new TreeSet<>(known)), name));
    }
  }

  private void url() {
    if (!(values.get("url") instanceof String url) || url.isBlank()) {
      problems.add("Expected a parameter 'url' for webhook, but there is none.");
    } else if (!open(url)) {
      url(url);
    }
  }

  private void url(String text) {
    try {
      URI url = new URI(text);
      if (!SCHEMES.contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
        problems.add("Expected a url that begins with http:// or https://, but it does not.");
      } else if (url.getHost() == null) {
        problems.add("Expected a url with a host, but there is none.");
      } else if (url.getRawUserInfo() != null) {
        problems.add(
            "Expected a url without user and password, but there are some.\n"
                + "Maybe send a header 'Authorization'.");
      } else if (STEPS.matcher(url.getRawPath()).find()) {
        problems.add("Expected a url whose path does not step up or stay, but it has '.' or '..'.");
      }
    } catch (URISyntaxException e) {
      problems.add(
          "Expected a url, but character %d cannot stand there (%s)."
              .formatted(e.getIndex() + 1, e.getReason()));
    }
  }

  private void method() {
    Object method = values.getOrDefault("method", "POST");
    if (!METHODS.contains(method) && !open(method)) {
      problems.add(
          "Expected a method of %s, but got '%s'.".formatted(String.join(", ", METHODS), method));
    } else if (method.equals("GET") && values.containsKey("body")) {
      problems.add("Expected no body with GET, but there is one.\nMaybe use POST.");
    }
  }

  private void headers() {
    switch (values.get("headers")) {
      case null -> {}
      case Map<?, ?> headers -> headers.forEach((name, value) -> header(name.toString(), value));
      default -> problems.add("Expected headers as names with texts, but got something else.");
    }
  }

  private void header(String name, Object value) {
    if (!TOKEN.matcher(name).matches()) {
      problems.add("Expected the name of a header, but got '%s'.".formatted(name));
    } else if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
      problems.add("Expected no header '%s', but there is one: it is set for you.".formatted(name));
    } else if (value instanceof Map || value instanceof List) {
      problems.add("Expected a text as header '%s', but got something else.".formatted(name));
    } else if (!HEADER_VALUE.matcher(value.toString()).matches() && !open(value)) {
      problems.add(
          "Expected header '%s' to be one line of Latin letters, but it is not.".formatted(name));
    }
  }

  private void timeout() {
    Object timeout = values.get("timeout");
    if (timeout == null || open(timeout)) {
      return;
    }
    if (!(timeout instanceof String text) || !within(text)) {
      problems.add(
          "Expected a timeout above zero and up to %s, such as PT10S, but got '%s'."
              .formatted(LONGEST, timeout));
    }
  }

  private static boolean within(String text) {
    try {
      Duration timeout = Duration.parse(text);
      return timeout.isPositive() && timeout.compareTo(LONGEST) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private boolean open(Object value) {
    return asWritten && value instanceof String text && text.contains("{");
  }
}
