package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class SignInIT {

  @Test
  void aWrongPasswordIsTold(Visitor visitor) {
    visitor.at("/sign-in").signsIn("nobody-here", "not the password");

    assertThat(visitor.page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(visitor.page).hasURL(Pattern.compile("/sign-in$"));
  }

  @Test
  void whoeverSignsInReturnsToThePageTheyAskedFor(Visitor visitor) {
    visitor.at("/operations?tab=orders");
    assertThat(visitor.page).hasURL(Pattern.compile("/sign-in$"));

    visitor.signsIn(Backstage.ADMIN, Backstage.PASSWORD);

    assertThat(visitor.page).hasURL(Pattern.compile("/operations\\?tab=orders"));
  }

  @Test
  void whoeverSignsOutIsAskedAgain(Visitor visitor) {
    visitor.signedIn().at("/campaigns");
    visitor.fromMenu("Administrator", "Sign out");
    assertThat(visitor.button("Sign in")).isVisible();

    visitor.at("/campaigns");

    assertThat(visitor.button("Sign in")).isVisible();
  }

  @Test
  void aViewerSeesNothingThatPublishes(Visitor visitor, Backstage backstage) {
    backstage.person("victor", "viewer");
    visitor.signedIn("victor").at("/campaigns");
    assertThat(visitor.heading("Campaigns")).isVisible();
    assertThat(visitor.link("Administration")).hasCount(0);
    assertThat(visitor.button("New campaign")).hasCount(0);
  }
}
