package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published meaning of campaigns, sentence by sentence. */
final class SemanticsTest {

  private static final Path PAGE = Path.of("docs/semantics.md");

  @TestFactory
  Stream<DynamicTest> holdsForEverySentence() throws IOException {
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.sentence(),
                    () ->
                        assertThat(vector.run())
                            .as(vector.toString())
                            .containsExactlyElementsOf(vector.course())));
  }

  @Test
  void everyRowOfThePageIsAVector() throws IOException {
    // when
    long rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .count();
    // then
    assertThat(vectors()).hasSize((int) rows);
  }

  private static List<Vector> vectors() throws IOException {
    return Files.readAllLines(PAGE).stream().flatMap(line -> Vector.of(line).stream()).toList();
  }
}
