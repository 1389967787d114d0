package dev.campanile.it.application;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The browser that all tests of a run share. */
final class OpenBrowser implements AutoCloseable {

  /** For what a page is to show; on a busy machine that takes longer than it should. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Browser browser;
  private final Playwright playwright;

  OpenBrowser() {
    var executable = Chromium.executable();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    // Root in a container: Chromium's own sandbox cannot be set up.
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
