package dev.campanile.api.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextDiffTest {

  @Test
  void showsWhatDiffersInItsContext() {
    assertThat(TextDiff.between("c@1", "a\nb\nc\n", "c@2", "a\nx\nc\n"))
        .isEqualTo("--- c@1\n+++ c@2\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
    assertThat(TextDiff.between("c@1", "a\n", "c@2", "a\n")).isEmpty();
  }

  @Test
  void comparesNoTextsThatWouldTakeForEver() {
    assertThat(TextDiff.between("c@1", "a\n".repeat(500_000), "c@2", "b\n".repeat(500_000)))
        .isEqualTo(
            "--- c@1\n+++ c@2\n# 500,000 and 500,000 lines differ, too many to compare line by line.\n");
  }
}
