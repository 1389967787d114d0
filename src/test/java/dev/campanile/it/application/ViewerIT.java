package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may only look sees what others see, and nothing to change it with. */
@ExtendWith(InBrowser.class)
class ViewerIT {

  private static final String CAMPAIGN =
      """
      campaign: looked-at
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: {}
        done: {}
      edges:
        - from: wait
          to: done
          when: [["event tea.drunk", "after P30D"], ["user.vip eq true"]]
      """;

  @Test
  void aTriggerIsAGridForAViewerToo(Visitor visitor, Backstage backstage) {
    backstage.person("vera", "viewer");
    backstage.publish(CAMPAIGN);
    visitor.signedIn("vera").at("/drafts/looked-at");
    showsTheGrid(visitor);
    assertThat(visitor.named(AriaRole.REGION, "Problems")).containsText("No errors");

    visitor.at("/campaigns/looked-at/canvas");
    showsTheGrid(visitor);
  }

  private static void showsTheGrid(Visitor visitor) {
    var drawing = new Drawing(visitor);
    drawing.edge("wait", "done").click();
    Locator trigger = drawing.form().getByRole(AriaRole.GROUP, exactly("Taken when"));
    Locator first = trigger.getByRole(AriaRole.GROUP, exactly("Row 1"));
    assertThat(first).containsText("event tea.drunk");
    assertThat(first).containsText("after P30D");
    assertThat(trigger.getByRole(AriaRole.GROUP, exactly("Row 2"))).containsText("user.vip");
    assertThat(trigger.getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
