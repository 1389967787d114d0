package dev.campanile.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.testkit.Books;
import dev.campanile.translator.FileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SimulationDeskTest {

  private final SimulationDesk desk =
      new SimulationDesk(
          () -> {
            throw new AssertionError("nothing is compiled here");
          },
          new ScenarioReader(new SnakeYamlTreeParser()),
          FileSource.NONE,
          Books::of);

  @Test
  void readsNoMoreOfALargeRequestThanThereIsAPlaceFor() throws Exception {
    // given
    var full = new CountDownLatch(SimulationDesk.AT_A_TIME);
    var end = new CountDownLatch(1);
    var endless = new Endless();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> others = new ArrayList<>();
      for (int i = 0; i < SimulationDesk.AT_A_TIME; i++) {
        others.add(threads.submit(() -> desk.answer(small(), request -> held(full, end))));
      }
      full.await();
      // when
      assertThatThrownBy(() -> desk.answer(endless, request -> "answered"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("4 simulations at a time");
      end.countDown();
      // then
      assertThat(endless.read).isLessThanOrEqualTo(SimulationDesk.SMALL);
      assertThat(all(others)).containsOnly("held");
    }
    assertThat(desk.<String>answer(small(), request -> request.path("a").asText())).isEqualTo("b");
  }

  private static List<String> all(List<Future<String>> futures)
      throws ExecutionException, InterruptedException {
    List<String> all = new ArrayList<>();
    for (var future : futures) {
      all.add(future.get());
    }
    return all;
  }

  private static String held(CountDownLatch full, CountDownLatch end) {
    full.countDown();
    try {
      end.await();
      return "held";
    } catch (InterruptedException impatient) {
      throw new IllegalStateException(impatient);
    }
  }

  private static InputStream small() {
    return new ByteArrayInputStream("{\"a\": \"b\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** Somebody who sends for ever. */
  private static final class Endless extends InputStream {

    private long read;

    @Override
    public int read() throws IOException {
      read++;
      return ' ';
    }
  }
}
