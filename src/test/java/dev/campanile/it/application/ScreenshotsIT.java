package dev.campanile.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Renews the pictures of the guide, with {@code -Dscreenshots.update=true}. */
@ExtendWith(InBrowser.class)
@EnabledIfSystemProperty(named = "screenshots.update", matches = "true")
class ScreenshotsIT {

  private static final Path PICTURES = Path.of("docs", "screenshots");

  @ParameterizedTest
  @EnumSource
  void ofEachPage(Sight sight, Visitor visitor, Scenery scenery) {
    visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    sight.show(visitor);
    take(visitor.page, sight.file());
  }

  @ParameterizedTest
  @EnumSource(names = {"CANVAS", "EDITOR"})
  void inTheDark(Sight sight, Visitor visitor, Scenery scenery) {
    visitor.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    sight.show(visitor);
    take(visitor.page, sight.file() + "-dark");
  }

  @ParameterizedTest
  @EnumSource(names = {"CANVAS", "EDITOR"})
  void inChinese(Sight sight, Visitor visitor, Scenery scenery) {
    visitor.speaking(Tongue.CHINESE);
    sight.show(visitor);
    take(visitor.page, sight.file() + "-zh");
  }

  private static void take(Page page, String name) {
    Path picture = PICTURES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    assertThat(picture).exists();
  }
}
