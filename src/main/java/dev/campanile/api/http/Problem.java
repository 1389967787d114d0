package dev.campanile.api.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem detail of RFC 9457.
 *
 * @param type {@code about:blank} where the status says it all, else {@code
 *     urn:campanile:problem:NAME}
 * @param members what else is told, beside the standard members
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonAnyGetter Map<String, Object> members) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String name, String title, String detail) {
    return new Problem("urn:campanile:problem:" + name, title, status, detail, Map.of());
  }

  public static Problem blank(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, Map.of());
  }

  public static Problem notFound(String detail) {
    return blank(404, "Not Found", detail);
  }

  /** What a request says is not what it must be. */
  public static Problem notUnderstood(String name, String expected) {
    return notUnderstood(name, expected, "something else");
  }

  /** The same, where what was got can be told. */
  public static Problem notUnderstood(String name, String expected, String got) {
    return of(
        422,
        name,
        "The request was not understood",
        "Expected %s, but got %s.".formatted(expected, got));
  }

  /** A body cannot be read at all. */
  public static Problem notWellFormed(String detail) {
    return of(400, "malformed-json", "The body is not well-formed", detail);
  }

  public Problem with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(type, title, status, detail, more);
  }

  public ProblemException exception() {
    return new ProblemException(this);
  }
}
