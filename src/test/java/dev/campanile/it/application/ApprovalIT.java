package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class ApprovalIT {

  @Test
  void whatOneSubmitsAnotherPublishes(
      @Approving Visitor ada, @Approving Visitor bob, @Approving Backstage backstage) {
    backstage.person("ada", "marketer");
    backstage.person("bob", "marketer");
    submits(ada.signedIn("ada"));

    ada.button("Publish…").click();
    assertThat(ada.page.getByText("Somebody else than who edited or submitted")).isVisible();
    assertThat(ada.button("Approve and publish")).hasCount(0);

    bob.signedIn("bob").at("/campaigns");
    assertThat(bob.page.getByText("1 draft waits for approval")).isVisible();
    assertThat(bob.page.getByText("for the autumn")).isVisible();
    bob.page
        .getByRole(AriaRole.ALERT)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("autumn"))
        .click();
    bob.button("Publish…").click();
    bob.button("Approve and publish").click();
    assertThat(bob.page.getByText("autumn is live in version 1.")).isVisible();
  }

  private static void submits(Visitor ada) {
    ada.at("/campaigns").button("New campaign").click();
    ada.tab("Blank").click();
    ada.field("Id").fill("autumn");
    ada.button("Begin the draft").click();
    ada.button("Publish…").click();
    assertThat(ada.button("Publish")).hasCount(0);
    ada.button("Submit…").click();
    ada.field("What should whoever approves know?").fill("for the autumn");
    ada.button("Submit").click();
    assertThat(ada.page.getByText("The draft of autumn is submitted.")).isVisible();
  }
}
