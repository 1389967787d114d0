package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class DeadEventIT {

  @Test
  void whatCannotBeReadIsShownWithItsReason(Visitor visitor, Scenery scenery) {
    visitor.signedIn().at("/operations/dead");

    Locator row =
        visitor
            .page
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHasText(Scenery.UNREADABLE));
    assertThat(row).containsText("expected JSON, but at line 1, column ");
  }
}
