package dev.campanile.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a browser that has never been here must fetch: sizes are no timing. */
@ExtendWith(InBrowser.class)
class FirstLoadIT {

  private static final long MOST_BYTES = 500_000;

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/campaigns"})
  void isSmall(String path, Visitor visitor) {
    if (!path.equals("/sign-in")) {
      visitor.signedIn();
    }
    List<Request> finished = new CopyOnWriteArrayList<>();
    visitor.page.onRequestFinished(finished::add);

    visitor.at(path).page.waitForLoadState(LoadState.NETWORKIDLE);

    long bytes = finished.stream().mapToLong(one -> one.sizes().responseBodySize).sum();
    System.out.printf("First load of %s: %,d bytes in %d answers%n", path, bytes, finished.size());
    assertThat(finished).hasSizeGreaterThan(3);
    assertThat(bytes).isBetween(1L, MOST_BYTES);
  }
}
