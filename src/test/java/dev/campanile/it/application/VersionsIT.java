package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was live before: beside what is, and live again. */
@ExtendWith(InBrowser.class)
class VersionsIT {

  private static final String FIRST =
      """
      campaign: %s
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: {}
        old: {}
      edges:
        - { from: wait, to: old, when: [["after P1D"]] }
      """;

  private static final String SECOND = FIRST.replace("old", "young");

  @Test
  void twoAreComparedOnTheCanvas(Visitor visitor, Backstage backstage) {
    publishBoth(backstage, "compared");
    visitor.signedIn().at("/campaigns/compared/canvas");
    var drawing = new Drawing(visitor);
    assertThat(drawing.node("young")).isVisible();
    assertThat(drawing.node("old")).hasCount(0);

    visitor.named(AriaRole.TEXTBOX, "Compare with").click();
    visitor.named(AriaRole.OPTION, "version 1").click();

    assertThat(drawing.node("old")).hasAttribute("aria-label", Pattern.compile("; Removed$"));
    assertThat(drawing.node("young")).hasAttribute("aria-label", Pattern.compile("; Added$"));
    assertThat(sign(drawing.edge("wait", "old"), "Removed")).isVisible();
    assertThat(sign(drawing.edge("wait", "young"), "Added")).isVisible();
    assertThat(drawing.node("wait")).hasAttribute("aria-label", Pattern.compile("^Node wait$"));
  }

  @Test
  void anEarlierOneIsLiveAgain(Visitor visitor, Backstage backstage) {
    publishBoth(backstage, "back-again");
    visitor.signedIn().at("/campaigns/back-again/versions");

    visitor.button("Roll back to version 1…").click();
    visitor.button("Roll back").click();

    assertThat(
            visitor.page.getByText(
                "back-again is live in version 3, with the content of version 1."))
        .isVisible();
    visitor.tab("Canvas").click();
    assertThat(new Drawing(visitor).node("old")).isVisible();
    assertThat(new Drawing(visitor).node("young")).hasCount(0);
  }

  private static void publishBoth(Backstage backstage, String campaign) {
    backstage.publish(FIRST.formatted(campaign));
    backstage.publish(SECOND.formatted(campaign));
  }

  private static Locator sign(Locator edge, String change) {
    return edge.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(change));
  }
}
