package dev.campanile.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodiesTest {

  @Test
  void readsAnObjectOfKnownMembers() throws IOException {
    assertThat(read("{\"to\": 1}").path("to").intValue()).isEqualTo(1);
  }

  @Test
  void takesNothingForAnObjectWithoutMembers() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"onChange\": 1}|422|Expected one of on-change, to at 'onChange', but got something else.",
        "[]|422|Expected a JSON object, but got something else.",
        "null|422|Expected a JSON object, but got something else.",
        "{\"to\": 1, \"to\": 2}|400|Expected JSON, but at line 1",
        "{\"to\": 1} {}|400|Expected JSON, but at line 1",
      })
  void passesOverNothing(String body, int status, String detail) {
    // when
    var refused = catchThrowableOfType(ProblemException.class, () -> read(body));
    // then
    assertThat(refused.problem().status()).isEqualTo(status);
    assertThat(refused.problem().detail()).startsWith(detail);
  }

  private static JsonNode read(String body) throws IOException {
    return Bodies.only(
        Bodies.json(new ByteArrayInputStream(body.getBytes(UTF_8)), 100), "to", "on-change");
  }
}
