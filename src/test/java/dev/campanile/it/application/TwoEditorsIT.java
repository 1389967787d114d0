package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people draw on one draft: nothing is written over unseen. */
@ExtendWith(InBrowser.class)
class TwoEditorsIT {

  private static final String DRAFT =
      """
      campaign: shared-draft
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: {}
      """;

  @Test
  void whoeverWasSlowerChooses(Visitor ada, Visitor ivy, Backstage backstage) {
    backstage.person("ivy", "marketer");
    backstage.draft("shared-draft", DRAFT);
    var hers = opened(ada.signedIn());
    var his = opened(ivy.signedIn("ivy"));

    hers.type("first").saved();
    his.type("second");
    assertThat(conflict(ivy)).containsText("admin saved another text meanwhile");
    ivy.button("Take theirs").click();

    assertThat(his.node("first")).isAttached();
    assertThat(his.node("second")).hasCount(0);
    ivy.button("Undo").click();
    assertThat(his.node("second")).isAttached();
    his.saved();

    hers.type("third");
    assertThat(conflict(ada)).containsText("ivy");
    ada.button("Keep mine").click();
    hers.saved();
    assertThat(kept(backstage)).contains("third").doesNotContain("second");
  }

  private static Drawing opened(Visitor visitor) {
    var drawing = new Drawing(visitor.at("/drafts/shared-draft"));
    assertThat(drawing.node("wait")).isVisible();
    return drawing;
  }

  private static Locator conflict(Visitor visitor) {
    return visitor.page.getByRole(
        AriaRole.ALERT,
        new Page.GetByRoleOptions().setName("Somebody else has changed this draft"));
  }

  private static String kept(Backstage backstage) {
    return backstage.json("/v1/drafts/shared-draft").get("text").asText();
  }
}
