package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class BrokenTriggerIT {

  private static final String GOOD =
      """
      campaign: broken-trigger
      entry:
        - when: [["event signed.up"]]
          to: wait
      nodes:
        wait: {}
        done: {}
      edges:
        - from: wait
          to: done
          when: [["after P30D"]]
      """;

  @Test
  void isMarkedAsOneTypesAndRefusedAndUndone(Visitor visitor, Backstage backstage) {
    backstage.draft("broken-trigger", GOOD);
    visitor.signedIn().at("/drafts/broken-trigger");
    var drawing = new Drawing(visitor);
    Locator mark = drawing.edge("wait", "done").getByLabel("1 problem");
    assertThat(drawing.edge("wait", "done")).isVisible();
    assertThat(mark).hasCount(0);

    visitor.button("Text").click();
    typeOver(visitor, "D\"]]", "X\"]]");

    assertThat(mark).isVisible();
    assertThat(problems(visitor)).containsText("edges[0].when[0][0]");
    drawing.saved();
    refused(visitor);

    visitor.button("Undo").click();
    assertThat(mark).hasCount(0);
    assertThat(problems(visitor)).containsText("No errors");
  }

  /** Writes something else at the end of the last line but one, the last being empty. */
  private static void typeOver(Visitor visitor, String former, String typed) {
    visitor.page.locator(".cm-line").nth(10).click();
    visitor.page.keyboard().press("End");
    former.chars().forEach(each -> visitor.page.keyboard().press("Backspace"));
    visitor.page.keyboard().insertText(typed);
  }

  private static Locator problems(Visitor visitor) {
    return visitor.named(AriaRole.REGION, "Problems");
  }

  private static void refused(Visitor visitor) {
    visitor.button("Publish…").click();
    Locator refusal =
        visitor.page.getByRole(
            AriaRole.ALERT, new Page.GetByRoleOptions().setName("It cannot be published yet"));
    assertThat(refusal).containsText("line 11");
    assertThat(visitor.button("Publish")).isDisabled();
    visitor.button("Cancel").click();
  }
}
