package dev.campanile.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.ManualClock;
import dev.campanile.translator.FileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SimulationDeskTest {

  private final ManualClock clock = ManualClock.atNoon();
  private final SimulationDesk desk =
      new SimulationDesk(
          () -> {
            throw new AssertionError("nothing is compiled here");
          },
          new ScenarioReader(new SnakeYamlTreeParser()),
          FileSource.NONE,
          Books::of,
          new LargeBodies(clock));

  @Test
  void readsNoMoreOfALargeRequestThanThereIsAPlaceFor() throws Exception {
    // given
    var full = new CountDownLatch(LargeBodies.AT_A_TIME);
    var end = new CountDownLatch(1);
    var endless = new Endless();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> others = new ArrayList<>();
      for (int i = 0; i < LargeBodies.AT_A_TIME; i++) {
        others.add(threads.submit(() -> desk.answer(large(), request -> held(full, end))));
      }
      full.await();
      // when
      assertThatThrownBy(() -> desk.answer(endless, request -> "answered"))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("2 large requests at a time");
      end.countDown();
      // then
      assertThat(endless.read).isLessThanOrEqualTo(LargeBodies.SMALL);
      assertThat(all(others)).containsOnly("held");
    }
    assertThat(desk.<String>answer(small(), request -> request.path("a").asText())).isEqualTo("b");
  }

  @Test
  void answersOthersWhileSomebodySendsSlowly() throws Exception {
    // given
    var sending = new CountDownLatch(LargeBodies.AT_A_TIME);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> slow = new ArrayList<>();
      for (int i = 0; i < LargeBodies.AT_A_TIME; i++) {
        slow.add(threads.submit(() -> desk.answer(slow(sending, end), request -> "read")));
      }
      sending.await();
      // when
      String answer = desk.answer(small(), request -> request.path("a").asText());
      clock.tick(Duration.ofSeconds(61));
      end.countDown();
      // then
      assertThat(answer).isEqualTo("b");
      for (var one : slow) {
        assertThatThrownBy(one::get).hasMessageContaining("within 60 seconds");
      }
    }
    assertThat(desk.<String>answer(large(), request -> request.path("a").asText())).isEqualTo("b");
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

  private static InputStream large() {
    return new SequenceInputStream(
        new ByteArrayInputStream(" ".repeat(LargeBodies.SMALL).getBytes(StandardCharsets.UTF_8)),
        small());
  }

  /** Comes to a halt behind what is small. */
  private static InputStream slow(CountDownLatch sending, CountDownLatch end) {
    var halt =
        new InputStream() {
          @Override
          public int read() {
            held(sending, end);
            return ' ';
          }
        };
    return new SequenceInputStream(
        new ByteArrayInputStream(" ".repeat(LargeBodies.SMALL).getBytes(StandardCharsets.UTF_8)),
        halt);
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
