package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

/** Somebody at a browser. */
final class Visitor {

  final Page page;
  private final Stand stand;

  Visitor(Stand stand, Page page) {
    this.stand = stand;
    this.page = page;
  }

  /** Goes to a page. */
  Visitor at(String path) {
    page.navigate(path);
    return this;
  }

  /** Signs in with the form, as the first administrator. */
  Visitor signedIn() {
    return signedIn(Stand.ADMIN, Stand.PASSWORD);
  }

  Visitor signedIn(String user, String password) {
    at("/sign-in");
    field("User").fill(user);
    field("Password").fill(password);
    button("Sign in").click();
    assertThat(page.getByRole(AriaRole.NAVIGATION)).isVisible();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Asks the service in the name of who is signed in here. */
  APIResponse post(String path, String type, String body) {
    String csrf =
        page.evaluate("async () => (await (await fetch('/v1/session')).json()).csrf").toString();
    return page.request()
        .post(
            path,
            RequestOptions.create()
                .setHeader("Content-Type", type)
                .setHeader("X-CSRF-Token", csrf)
                .setHeader("Origin", stand.server.uri("").toString())
                .setData(body));
  }
}
