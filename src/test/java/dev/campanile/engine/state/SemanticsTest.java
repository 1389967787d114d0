package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published meaning of campaigns, sentence by sentence. */
final class SemanticsTest {

  @TestFactory
  Stream<DynamicNode> holdsForEverySentence() throws IOException {
    List<DynamicNode> pages = new ArrayList<>();
    for (Path page : Vector.pages()) {
      pages.add(
          DynamicContainer.dynamicContainer(
              page.getFileName().toString(), Vector.of(page).stream().map(SemanticsTest::test)));
    }
    return pages.stream();
  }

  private static DynamicTest test(Vector vector) {
    return DynamicTest.dynamicTest(
        vector.sentence(),
        () ->
            assertThat(vector.run())
                .as(vector.toString())
                .containsExactlyElementsOf(vector.course()));
  }

  @Test
  void everyRowOfThePagesIsAVector() throws IOException {
    for (Path page : Vector.pages()) {
      // when
      long rows =
          Files.readAllLines(page).stream()
              .filter(line -> line.startsWith("| ") && line.contains("`"))
              .count();
      // then
      assertThat(Vector.of(page)).as(page.toString()).hasSize((int) rows);
    }
  }
}
