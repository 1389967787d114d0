package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of every page, whatever it shows. */
@ExtendWith(InBrowser.class)
class AppearanceIT {

  private static final int HEIGHT = 800;

  @ParameterizedTest
  @EnumSource
  void everybodyCanUseThePage(Sight sight, Visitor visitor, Scenery scenery) {
    sight.show(visitor);
    assertThat(Tongue.ENGLISH.mistakes(visitor.page)).as(sight.toString()).isEmpty();
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      paint(visitor.page, scheme);
      Accessibility.check(visitor.page, sight + " " + scheme);
    }
    for (int width : List.of(1280, 820)) {
      visitor.page.setViewportSize(width, HEIGHT);
      assertThat(widthOfContent(visitor.page))
          .as(sight + " at " + width)
          .isLessThanOrEqualTo(width);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePageSpeaksChinese(Sight sight, Visitor visitor, Scenery scenery) {
    visitor.speaking(Tongue.CHINESE);
    sight.show(visitor);
    assertThat(Tongue.CHINESE.mistakes(visitor.page)).as(sight.toString()).isEmpty();
  }

  /** At once: half way from light to dark nothing has the contrast of either. */
  private static void paint(Page page, ColorScheme scheme) {
    page.addStyleTag(
        new Page.AddStyleTagOptions()
            .setContent("*, *::before, *::after { transition: none !important }"));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(page.locator("html"))
        .hasAttribute("data-mantine-color-scheme", scheme.name().toLowerCase(Locale.ROOT));
  }

  private static int widthOfContent(Page page) {
    return ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
  }
}
