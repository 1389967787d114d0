package dev.campanile.it.application;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.campanile.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service that asks who one is, and a browser beside it; both serve all tests of a run. */
final class Stand implements AutoCloseable {

  static final String ADMIN = "admin";
  static final String PASSWORD = "a long enough password";

  final RunningServer server;
  final Browser browser;
  private final Playwright playwright;

  Stand() throws IOException {
    Path executable = Chromium.executable();
    this.server =
        RunningServer.start(
            Files.createTempDirectory("campanile-application"),
            Map.of("CAMPANILE_ACCESS", "required", "CAMPANILE_ADMIN_PASSWORD", PASSWORD));
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
  public void close() throws InterruptedException {
    playwright.close();
    server.close();
  }
}
