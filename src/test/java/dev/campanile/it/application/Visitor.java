package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;

/** Somebody at a browser. */
final class Visitor {

  final Page page;
  private final String address;

  Visitor(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /** Goes to a page. */
  Visitor at(String path) {
    page.navigate(path);
    return this;
  }

  /** Has a session as the first administrator, without the form. */
  Visitor signedIn() {
    return signedIn(Backstage.ADMIN);
  }

  /** Has a session, without the form: whose password is that of all accounts of the tests. */
  Visitor signedIn(String user) {
    APIResponse response =
        page.request()
            .post(
                "/v1/session",
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Origin", address)
                    .setData(Backstage.credentials(user, Backstage.PASSWORD)));
    assertThat(response).isOK();
    return this;
  }

  /** Reads pages in another language from now on. */
  Visitor speaking(Tongue tongue) {
    page.addInitScript("localStorage.setItem('campanile.language', '" + tongue.code + "')");
    return this;
  }

  /** Fills in the form of the page that asks who one is. */
  Visitor signsIn(String user, String password) {
    field("User").fill(user);
    field("Password").fill(password);
    button("Sign in").click();
    return this;
  }

  Locator button(String name) {
    return named(AriaRole.BUTTON, name);
  }

  Locator link(String name) {
    return named(AriaRole.LINK, name);
  }

  Locator tab(String name) {
    return named(AriaRole.TAB, name);
  }

  Locator named(AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** By its label, with or without the star of fields that must be filled in. */
  Locator field(String label) {
    String literally = label.replaceAll("[^\\w ]", "\\\\$0");
    return page.getByLabel(Pattern.compile("^" + literally + "( \\*)?$"));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Chooses from the menu behind one's own name. */
  Visitor fromMenu(String user, String item) {
    button(user).click();
    named(AriaRole.MENUITEM, item).click();
    return this;
  }
}
