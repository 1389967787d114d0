package dev.campanile.adapter.re2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepetitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "abc ~ 3",
        "a{3}b ~ 4",
        "(ab){3} ~ 9",
        "((a{10}){10}){10} ~ 1110",
        "a{2,5} ~ 5",
        "a{2,} ~ 3",
        "[]a{9}]{4} ~ 4",
        "\\p{Greek}{3} ~ 3",
        "\\(a{3} ~ 4",
        "a{0} ~ 1",
        "\\Qa{9}\\E ~ 8",
        "(a ~ 1",
        "a) ~ 2"
      })
  void estimatesWhatIsWrittenOut(String expression, long size) {
    // when
    long estimated = Repetition.sizeOf(expression);
    // then
    assertThat(estimated).isEqualTo(size);
  }
}
