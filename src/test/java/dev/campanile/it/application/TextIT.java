package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Graph, file and rules are one thing seen from three sides. */
@ExtendWith(InBrowser.class)
class TextIT {

  private static final String DRAFT =
      """
      campaign: %s
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: {}
        done: {}
      edges:
        - { from: wait, to: done, when: [["event tea.drunk", "after P30D"]] }
      """;

  @Test
  void textAndRulesFollowTheGraphAndTheGraphFollowsTheText(Visitor visitor, Backstage backstage) {
    var drawing = opened(visitor, backstage, "three-sides");
    Locator text = pane(visitor, "Campaign file");
    Locator rules = pane(visitor, "Rules of the campaign (DRL)");
    visitor.button("Text").click();
    visitor.button("Rules").click();
    assertThat(rules).containsText("tea.drunk");

    text.locator(".cm-line").last().click();
    visitor.page.keyboard().press("ControlOrMeta+End");
    visitor
        .page
        .keyboard()
        .insertText("  - { from: wait, to: done, when: [[\"event coffee.drunk\"]] }");

    assertThat(rules).containsText("coffee.drunk");
    assertThat(drawing.edge("wait", "done")).hasCount(2);

    drawing.node("done").click();
    drawing.rename("done", "finished");
    assertThat(text).containsText("to: finished, when: [[\"event coffee.drunk\"]]");
    assertThat(rules).containsText("wait-finished");
  }

  @Test
  void aTriggerIsWrittenAsOneTextWithWordsOffered(Visitor visitor, Backstage backstage) {
    backstage.happens("reader", "book.finished", "{}");
    var drawing = opened(visitor, backstage, "one-text");
    drawing.edge("wait", "done").click();
    drawing.within("As one text").click();
    Locator field = visitor.named(AriaRole.TEXTBOX, "Taken when");
    assertThat(field).hasValue("\"event tea.drunk\" || \"after P30D\"");

    field.press("ControlOrMeta+End");
    field.pressSequentially(" || \"event book.fin");
    visitor.page.getByRole(AriaRole.OPTION, named("book.finished")).click();
    field.press("ControlOrMeta+End");
    field.pressSequentially("\"");

    assertThat(field).hasValue("\"event tea.drunk\" || \"after P30D\" || \"event book.finished\"");
    assertThat(visitor.named(AriaRole.REGION, "Problems")).containsText("No errors");
    drawing.within("As a grid").click();
    assertThat(drawing.cell("event book.finished")).isVisible();
  }

  private static Drawing opened(Visitor visitor, Backstage backstage, String campaign) {
    backstage.draft(campaign, DRAFT.formatted(campaign));
    visitor.signedIn().at("/drafts/" + campaign);
    var drawing = new Drawing(visitor);
    assertThat(drawing.edge("wait", "done")).isVisible();
    return drawing;
  }

  private static Locator pane(Visitor visitor, String name) {
    return visitor.page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
