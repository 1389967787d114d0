package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class SteeringIT {

  private static final String CAMPAIGN =
      """
      campaign: steered
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: {}
        done: {}
      edges:
        - { from: wait, to: done, when: [["after P30D"]] }
      """;

  @Test
  void aCampaignIsPausedResumedAndEndedFromItsPage(Visitor visitor, Backstage backstage) {
    backstage.publish(CAMPAIGN);
    visitor.signedIn().at("/campaigns/steered");
    assertThat(status(visitor, "Running")).isVisible();

    steer(visitor, "Pause", "Pause");
    assertThat(status(visitor, "Paused")).isVisible();
    steer(visitor, "Resume", "Resume");
    assertThat(status(visitor, "Running")).isVisible();
    steer(visitor, "End", "End it");
    assertThat(status(visitor, "Ended")).isVisible();

    visitor.button("Actions for steered").click();
    assertThat(visitor.named(AriaRole.MENUITEM, "Export the file")).isVisible();
    assertThat(visitor.named(AriaRole.MENUITEM, "Resume")).hasCount(0);
  }

  /** Chooses it from the menu, and confirms. */
  private static void steer(Visitor visitor, String item, String confirmed) {
    visitor.fromMenu("Actions for steered", item);
    Locator dialog = visitor.page.getByRole(AriaRole.DIALOG);
    dialog
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(confirmed).setExact(true))
        .click();
    assertThat(dialog).hasCount(0);
  }

  private static Locator status(Visitor visitor, String status) {
    return visitor
        .page
        .getByRole(AriaRole.MAIN)
        .getByText(status, new Locator.GetByTextOptions().setExact(true));
  }
}
