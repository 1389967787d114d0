package dev.campanile.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {

  @Test
  void readsInstants() {
    assertThat(Texts.instant("2026-07-01T12:00:00Z"))
        .isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "noon",
        "+294277-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z"
      })
  void readsNothingElse(String text) {
    assertThatThrownBy(() -> Texts.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
