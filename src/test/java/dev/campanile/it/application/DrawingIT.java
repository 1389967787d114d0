package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an empty page to a coupon in the hands of a user. */
@ExtendWith(InBrowser.class)
class DrawingIT {

  private static final String ORDER =
      """
      {"productId": 7, "cityId": 2, "price": 20, "amount": 20}""";

  @Test
  void aCampaignIsDrawnPublishedAndLive(Visitor visitor, Backstage backstage) throws IOException {
    backstage.pool("HELLO10", 5);
    begin(visitor, "hello-coupon");
    var drawing = new Drawing(visitor);
    nodes(visitor, drawing);
    entry(visitor, drawing);
    edges(drawing);
    drawing.saved();
    publish(visitor);

    backstage.happens("dora", "order.paid", ORDER);

    visitor.at("/campaigns/hello-coupon/canvas");
    assertThat(drawing.node("thank").getByLabel("1 user waits here")).isVisible();
    visitor.at("/users/dora");
    assertThat(visitor.page.getByText(code(backstage)).first()).isVisible();
    assertThat(exported(visitor)).isEqualTo(yaml(backstage));
  }

  private static void begin(Visitor visitor, String id) {
    visitor.signedIn().at("/campaigns");
    visitor.button("New campaign").click();
    visitor.tab("Blank").click();
    visitor.field("Id").fill(id);
    visitor.button("Begin the draft").click();
  }

  private static void nodes(Visitor visitor, Drawing drawing) {
    drawing.node("start").click();
    drawing.rename("start", "thank").dragOnto("Coupon", "thank");
    drawing.form().getByRole(AriaRole.BUTTON, exactly("coupon")).click();
    Locator pool = drawing.form().getByRole(AriaRole.TEXTBOX, exactly("pool"));
    pool.fill("HELLO");
    visitor.page.getByRole(AriaRole.OPTION).filter(having("HELLO10")).click();
    drawing.type("vip").drag("Node", 80, 420).rename("node", "done");
  }

  private static void entry(Visitor visitor, Drawing drawing) {
    drawing.entry(1).click();
    drawing.cell("user.registered").click();
    Locator dialog = visitor.page.getByRole(AriaRole.DIALOG);
    fill(dialog.getByRole(AriaRole.TEXTBOX, exactly("Event type")), "order.paid");
    add(dialog, "Add a condition");
    compare(dialog, 0, "productId", "1");
    add(dialog, "Add an alternative to row 1");
    compare(dialog, 1, "productId", "7");
    add(dialog, "and …");
    compare(dialog, 2, "cityId", "2");
    assertThat(dialog.getByLabel("As text"))
        .hasValue("event order.paid where [[productId eq 1, productId eq 7], [cityId eq 2]]");
    drawing.apply(dialog);
  }

  /** Writes a text, and leaves what is offered to complete it. */
  private static void fill(Locator field, String text) {
    field.fill(text);
    field.press("Tab");
  }

  private static void add(Locator dialog, String button) {
    dialog.getByRole(AriaRole.BUTTON, exactly(button)).click();
  }

  private static void compare(Locator dialog, int index, String property, String number) {
    fill(dialog.getByRole(AriaRole.TEXTBOX, exactly("Property")).nth(index), property);
    dialog.getByLabel("Kind of Value").and(dialog.locator("input")).nth(index).click();
    dialog.page().getByRole(AriaRole.OPTION, named("number")).click();
    dialog.getByRole(AriaRole.TEXTBOX, exactly("Value")).nth(index).fill(number);
  }

  private static void edges(Drawing drawing) {
    drawing.typeEdge("thank", "vip");
    drawing.cell(drawing.cell("after P1D"), "sum(amount of order.paid) gte 20 within P7D");
    drawing.cell(drawing.within("Add an alternative to row 1"), "count(order.paid) gte 5");
    drawing.cell(drawing.within("and …"), "count(post.created) gte 10");
    drawing.arranged().drawEdge("thank", "done");
  }

  private static void publish(Visitor visitor) {
    visitor.button("Publish…").click();
    assertThat(visitor.page.getByText("It is new: version 1.")).isVisible();
    visitor.button("Publish").click();
    assertThat(visitor.page.getByText("hello-coupon is live in version 1.")).isVisible();
  }

  private static String code(Backstage backstage) {
    return backstage.json("/v1/users/dora/timeline").findValue("code").asText();
  }

  private static String yaml(Backstage backstage) {
    return backstage.text("/v1/campaigns/hello-coupon", "application/yaml");
  }

  private static String exported(Visitor visitor) throws IOException {
    visitor.at("/campaigns");
    visitor.button("Actions for hello-coupon").click();
    Download file =
        visitor.page.waitForDownload(
            () -> visitor.named(AriaRole.MENUITEM, "Export the file").click());
    return Files.readString(file.path());
  }

  private static Locator.GetByRoleOptions exactly(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions named(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
