package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExcerptTest {

  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abcd, 3, abc…", "ab😀, 3, ab…", "ab😀c, 4, ab😀…", "ab😀, 4, ab😀"})
  void neverShowsHalfACharacter(String text, int shown, String cut) {
    assertThat(Excerpt.cut(text, shown)).isEqualTo(cut);
  }
}
