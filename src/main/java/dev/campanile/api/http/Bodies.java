package dev.campanile.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads the bodies of requests, up to a bound. */
public final class Bodies {

  /** What stands twice, or behind the end, would be passed over. */
  private static final ObjectMapper JSON =
      new ObjectMapper(Json.FACTORY)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Bodies() {}

  /** All of it; a 413 problem where it is longer. */
  public static byte[] bytes(InputStream body, int most) throws IOException {
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw Problem.of(
              413,
              "body-too-large",
              "The body is too large",
              "Expected at most %d bytes, but there are more.".formatted(most))
          .exception();
    }
    return bytes;
  }

  /** All of it, which must be UTF-8. */
  public static String text(InputStream body, int most) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes(body, most)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw Problem.of(400, "not-utf-8", "The body is not UTF-8", "Expected text in UTF-8.")
          .exception();
    }
  }

  /** All of it, which must be JSON; an object without members where there is nothing. */
  public static JsonNode json(InputStream body, int most) throws IOException {
    try {
      JsonNode node = JSON.readTree(text(body, most));
      return node.isMissingNode() ? JSON.createObjectNode() : node;
    } catch (JsonProcessingException malformed) {
      throw Problem.of(400, "malformed-json", "The body is not JSON", Json.malformed(malformed))
          .exception();
    }
  }

  /**
   * A request that must be an object without members other than these: one that is misspelt would
   * silently ask for something else.
   */
  public static JsonNode only(JsonNode request, String... known) {
    if (!request.isObject()) {
      throw Problem.notUnderstood("invalid-request", "a JSON object").exception();
    }
    List<String> sorted = Arrays.stream(known).sorted().toList();
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!sorted.contains(name)) {
                throw Problem.notUnderstood(
                        "unknown-member",
                        "one of %s at '%s'"
                            .formatted(String.join(", ", sorted), Texts.excerpt(name)))
                    .exception();
              }
            });
    return request;
  }
}
