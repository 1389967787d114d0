package dev.campanile.it.application;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests {@link Visitor}s: each with cookies of its own, at the one {@link Stand} of the run.
 * What a failed test saw is kept under {@code target/browser}, as a picture and as a trace.
 */
public final class InBrowser implements ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(InBrowser.class);
  private static final Path KEPT = Path.of("target", "browser");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitor.class;
  }

  @Override
  public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Stand stand =
        context.getRoot().getStore(HERE).computeIfAbsent("stand", key -> stand(), Stand.class);
    BrowserContext browser =
        stand.browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(stand.server.uri("").toString())
                .setLocale("en-GB")
                .setViewportSize(1280, 800));
    browser.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    var visitor = new Visitor(stand, browser.newPage());
    visitors(context).add(visitor);
    return visitor;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Visitor> visitors = visitors(context);
    for (int i = 0; i < visitors.size(); i++) {
      Page page = visitors.get(i).page;
      if (context.getExecutionException().isPresent()) {
        String name = context.getRequiredTestMethod().getName() + (i == 0 ? "" : "-" + i);
        page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")));
        page.context()
            .tracing()
            .stop(new Tracing.StopOptions().setPath(KEPT.resolve(name + ".zip")));
      }
      page.context().close();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Visitor> visitors(ExtensionContext context) {
    return context
        .getStore(HERE)
        .computeIfAbsent("visitors", key -> new ArrayList<Visitor>(), List.class);
  }

  private static Stand stand() {
    try {
      return new Stand();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
