package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** A measurement, no test of every build: how a large campaign moves under the hand. */
@ExtendWith(InBrowser.class)
@EnabledIfSystemProperty(named = "frames", matches = "true")
class FrameTimesIT {

  private static final int NODES = 200;
  private static final int EDGES = 300;
  private static final Duration DRAGGED = Duration.ofSeconds(3);

  private static final String RECORD =
      """
      () => {
        window.frameTimes = []
        let last = performance.now()
        const frame = now => {
          window.frameTimes.push(now - last)
          last = now
          requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }""";

  @Test
  void ofANodeThatIsDragged(Visitor visitor, Backstage backstage) {
    backstage.draft("large", campaign());
    visitor.signedIn().at("/drafts/large");
    Locator node = visitor.page.locator(".react-flow__node").nth(3);
    assertThat(node).isVisible();

    int moves = drag(visitor, node);

    List<Double> frames = frames(visitor);
    System.out.printf(
        "%d nodes, %d edges: %d mouse moves, %d frames, median %.1f ms, p95 %.1f ms, max %.1f ms%n",
        NODES, EDGES, moves, frames.size(), at(frames, 0.5), at(frames, 0.95), at(frames, 1));
    assertThat(frames).isNotEmpty();
  }

  private static int drag(Visitor visitor, Locator node) {
    BoundingBox box = node.boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    var mouse = visitor.page.mouse();
    mouse.move(x, y);
    mouse.down();
    visitor.page.evaluate(RECORD);
    int moves = 0;
    long until = System.nanoTime() + DRAGGED.toNanos();
    while (System.nanoTime() < until) {
      moves++;
      mouse.move(x + 150 * Math.sin(moves / 20.0), y + 80 * Math.sin(moves / 31.0));
    }
    mouse.up();
    return moves;
  }

  @SuppressWarnings("unchecked")
  private static List<Double> frames(Visitor visitor) {
    return ((List<Object>) visitor.page.evaluate("() => window.frameTimes"))
        .stream().map(one -> ((Number) one).doubleValue()).sorted().toList();
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.floor(part * sorted.size())));
  }

  /** A chain, with a second edge from each of the first nodes to the next but one. */
  private static String campaign() {
    String nodes =
        IntStream.rangeClosed(1, NODES)
            .mapToObj("  n%d: { actions: [{ log: { text: here } }] }\n"::formatted)
            .collect(Collectors.joining());
    String chain =
        IntStream.range(1, NODES)
            .mapToObj(n -> edge(n, n + 1, "next"))
            .collect(Collectors.joining());
    String shortcuts =
        IntStream.rangeClosed(1, EDGES - NODES + 1)
            .mapToObj(n -> edge(n, n + 2, "skip"))
            .collect(Collectors.joining());
    return "campaign: large\nentry:\n  - when: [[\"event start\"]]\n    to: n1\nnodes:\n%sedges:\n%s%s"
        .formatted(nodes, chain, shortcuts);
  }

  private static String edge(int from, int to, String event) {
    return "  - { from: n%d, to: n%d, when: [[\"event %s\", \"after P7D\"]] }\n"
        .formatted(from, to, event);
  }
}
