package dev.campanile.engine.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponListTest {

  @Test
  void readsOneCodeToALine() {
    // when
    var list = read("A1\n\n  A2 \r\n\"A3\"\nA1\n   \n");
    // then
    assertThat(list.codes()).containsExactly("A1", "A2", "A3");
    assertThat(list.duplicates()).isEqualTo(1);
    assertThat(list.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeffcode\nA1\nA2",
        "value,Code,note\n5,A1,\"x, y\"\n\"1,5\",A2,",
        "value;code\n5;A1\n5;A2",
        "code\tvalue\nA1\t5\nA2\t5"
      })
  void readsTheColumnThatIsCalledCode(String csv) {
    // when
    var list = read(csv);
    // then
    assertThat(list.codes()).containsExactly("A1", "A2");
    assertThat(list.problems()).isEmpty();
  }

  @Test
  void readsNothingFromNothing() {
    // when
    var list = read("");
    // then
    assertThat(list).isEqualTo(new CouponList(Set.of(), 0, List.of()));
  }

  @Test
  void namesTheLinesThatAreNoCodes() {
    // when
    var list = read("A1\n" + "x".repeat(129) + "\nA 2\nA\u00003");
    // then
    assertThat(list.problems())
        .containsExactly(
            "Expected a code of 1 to 128 characters, but line 2 has 129.",
            "Expected a code without spaces and control characters, but line 3 has one with some.",
            "Expected a code without spaces and control characters, but line 4 has one with some.");
  }

  @Test
  void doesNotGuessWhichOfSeveralColumnsHasTheCodes() {
    // when
    var list = read("voucher,value\nA1,5");
    // then
    assertThat(list.problems())
        .containsExactly(
            "Expected one code to a line, or a column 'code', but line 1 has 2 other columns.");
  }

  @Test
  void stopsReadingAfterTooManyProblems() {
    // when
    var list = CouponList.read(Stream.generate(() -> "A 1").iterator());
    // then
    assertThat(list.problems()).hasSize(CouponList.MOST_PROBLEMS);
  }

  @Test
  void stopsReadingAfterTooManyCodes() {
    // when
    var list = CouponList.read(IntStream.iterate(0, i -> i + 1).mapToObj(i -> "C" + i).iterator());
    // then
    assertThat(list.problems())
        .containsExactly("Expected at most 1000000 codes, but line 1000001 has one more.");
  }

  private static CouponList read(String text) {
    return CouponList.read(text.lines().iterator());
  }
}
