package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** The editor of a draft, in the hands of a visitor. */
final class Drawing {

  /** A corner of the canvas. */
  private static final int NOTHING_THERE = 12;

  private final Visitor visitor;
  private final Page page;

  Drawing(Visitor visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
  }

  Locator node(String id) {
    return page.getByLabel(Pattern.compile("^Node " + id + "(;|$)"));
  }

  Locator entry(int rank) {
    return page.getByRole(
        AriaRole.GROUP,
        new Page.GetByRoleOptions().setName(Pattern.compile("^Entry " + rank + " to ")));
  }

  Locator edge(String from, String to) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions()
            .setName(Pattern.compile("^Edge \\d+ from " + from + " to " + to + ":")));
  }

  /** The form of what is selected. */
  Locator form() {
    return visitor.named(AriaRole.COMPLEMENTARY, "Properties");
  }

  /** Drags a part from the palette onto a place of the canvas. */
  Drawing drag(String part, double x, double y) {
    visitor
        .button("Add " + part)
        .dragTo(canvas(), new Locator.DragToOptions().setTargetPosition(x, y));
    return this;
  }

  Drawing dragOnto(String part, String node) {
    visitor.button("Add " + part).dragTo(node(node));
    return this;
  }

  /** Adds a node by its key, and names it. */
  Drawing type(String node) {
    page.locator(".react-flow__pane")
        .click(new Locator.ClickOptions().setPosition(NOTHING_THERE, NOTHING_THERE));
    page.keyboard().press("n");
    return rename("node", node);
  }

  /** Names the node that is selected. */
  Drawing rename(String was, String is) {
    assertThat(form().getByRole(AriaRole.HEADING).first()).hasText("Node " + was);
    Locator name = form().getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
    name.fill(is);
    name.press("Enter");
    assertThat(node(is)).isAttached();
    return this;
  }

  /** Puts everything where there is room for it, and within sight. */
  Drawing arranged() {
    visitor.button("Arrange").click();
    visitor.button("Show all").click();
    return this;
  }

  /** Draws an edge by the mouse, from handle to handle. */
  Drawing drawEdge(String from, String to) {
    node(from)
        .locator(".react-flow__handle.source")
        .dragTo(node(to).locator(".react-flow__handle.target"));
    assertThat(edge(from, to)).isVisible();
    return this;
  }

  /** Draws an edge by keys alone, from the node that is selected. */
  Drawing typeEdge(String from, String to) {
    node(from).click();
    page.keyboard().press("c");
    Locator sought = visitor.named(AriaRole.TEXTBOX, "To which node");
    sought.pressSequentially(to);
    assertThat(page.getByRole(AriaRole.OPTION)).hasText(new String[] {to});
    sought.press("Enter");
    assertThat(edge(from, to)).isVisible();
    return this;
  }

  /** Opens a cell of the trigger that is shown, and writes it as a text. */
  Drawing cell(Locator opener, String text) {
    opener.click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.getByLabel("As text").fill(text);
    return apply(dialog);
  }

  Drawing apply(Locator dialog) {
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Apply").setExact(true))
        .click();
    assertThat(dialog).hasCount(0);
    return this;
  }

  /** The button that opens a cell. */
  Locator cell(String text) {
    return form()
        .getByRole(AriaRole.BUTTON)
        .and(page.locator("[data-main]"))
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator within(String button) {
    return form()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
  }

  Drawing saved() {
    assertThat(
            page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Saved")))
        .isVisible();
    return this;
  }

  private Locator canvas() {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^Graph of ")));
  }
}
