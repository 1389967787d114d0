package dev.campanile.it.application;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests {@link Visitor}s, each with cookies of its own, at the one {@link Stand} of the run,
 * and the {@link Backstage} of its service. What a failed test saw is kept under {@code
 * target/browser}, as a picture and as a trace.
 */
public final class InBrowser implements ParameterResolver, AfterEachCallback {

  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(InBrowser.class);
  private static final Path KEPT = Path.of("target", "browser");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return Set.of(Visitor.class, Backstage.class, Scenery.class).contains(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // First: without a browser nothing need be started.
    Browser browser = browser(context);
    Stand stand = stand(context, parameter.isAnnotated(Approving.class) ? "required" : "off");
    Class<?> type = parameter.getParameter().getType();
    if (type == Scenery.class) {
      return scenery(context, stand);
    }
    return type == Backstage.class ? stand.backstage : visitor(context, browser, stand);
  }

  private static Visitor visitor(ExtensionContext context, Browser browser, Stand stand) {
    BrowserContext own =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(stand.address())
                .setLocale("en-GB")
                // What is still fading in has no contrast yet.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800));
    // A picture of the page at every move of the mouse would be what is measured.
    own.tracing().start(new Tracing.StartOptions().setSnapshots(!Boolean.getBoolean("frames")));
    var visitor = new Visitor(own.newPage(), stand.address());
    visitors(context).add(visitor);
    return visitor;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<Visitor> visitors = visitors(context);
    for (int i = 0; i < visitors.size(); i++) {
      if (context.getExecutionException().isPresent()) {
        String name = context.getRequiredTestMethod().getName() + (i == 0 ? "" : "-" + i);
        keep(visitors.get(i).page, name);
      }
      visitors.get(i).page.context().close();
    }
  }

  private static void keep(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")));
    page.context().tracing().stop(new Tracing.StopOptions().setPath(KEPT.resolve(name + ".zip")));
  }

  @SuppressWarnings("unchecked")
  private static List<Visitor> visitors(ExtensionContext context) {
    return context
        .getStore(HERE)
        .computeIfAbsent("visitors", key -> new ArrayList<Visitor>(), List.class);
  }

  private static Browser browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("browser", key -> new OpenBrowser(), OpenBrowser.class)
        .browser;
  }

  private static Scenery scenery(ExtensionContext context, Stand stand) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("scenery", key -> new Scenery(stand.backstage), Scenery.class);
  }

  private static Stand stand(ExtensionContext context, String approval) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("approval " + approval, key -> Stand.with(approval), Stand.class);
  }
}
