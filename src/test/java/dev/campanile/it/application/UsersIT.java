package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people ask who answer for users: where is she, what did she get, and why not more. */
@ExtendWith(InBrowser.class)
class UsersIT {

  private static final String CAMPAIGN =
      """
      campaign: adults-only
      audience: { where: [["user.age gte 18"]] }
      entry:
        - when: [["event wine.ordered"]]
          to: thanks
      nodes:
        thanks: { actions: [{ coupon: { pool: CELLAR } }] }
        done: {}
      edges:
        - { from: thanks, to: done, when: [["event wine.drunk", "after P30D"]] }
      """;

  @Test
  void aUserIsFoundWithAllThatHappened(Visitor visitor, Backstage backstage) {
    arrange(backstage, "CELLAR");
    backstage.profile("frida", "{\"name\": \"Frida\", \"age\": 40}");
    backstage.happens("frida", "wine.ordered", "{}");
    visitor.signedIn().at("/users");

    visitor.field("Find users").fill("fri");
    visitor.link("frida").click();

    assertThat(visitor.heading("Frida (frida)")).isVisible();
    assertThat(said(visitor, "Entered adults-only@1 at thanks, by entry-1")).isVisible();
    assertThat(said(visitor, "Action coupon (coupon) at thanks of adults-only@1")).isVisible();
  }

  @Test
  void whoeverWasNotLetInIsToldWhy(Visitor visitor, Backstage backstage) {
    arrange(backstage, "CELLAR");
    backstage.profile("tim", "{\"age\": 12}");
    backstage.happens("tim", "wine.ordered", "{}");
    visitor.signedIn().at("/users/tim");
    assertThat(said(visitor, "Was not let into adults-only@1 by entry-1: not in the audience"))
        .isVisible();

    visitor.tab("Why, or why not").click();
    visitor.named(AriaRole.TEXTBOX, "Campaign").fill("adults");
    visitor.named(AriaRole.OPTION, "adults-only").click();

    assertThat(said(visitor, "entry-1 (1): refused, not in the audience")).isVisible();
    Locator entry = visitor.named(AriaRole.ARTICLE, "entry-1");
    assertThat(entry).isVisible();
  }

  @Test
  void anOrderThatDidNotGoThroughIsShownWithItsReason(Visitor visitor, Scenery scenery) {
    visitor.signedIn().at("/operations/orders");

    Locator order =
        visitor
            .page
            .getByRole(AriaRole.ROW)
            .filter(new Locator.FilterOptions().setHasText("last-coupon@1"));
    assertThat(order).containsText("chen");
    assertThat(order).containsText("Parked");
    assertThat(order).containsText("LAST1");
  }

  private static void arrange(Backstage backstage, String pool) {
    backstage.pool(pool, 5);
    backstage.publish(CAMPAIGN);
  }

  private static Locator said(Visitor visitor, String text) {
    return visitor.page.getByText(text, new Page.GetByTextOptions().setExact(true)).first();
  }
}
