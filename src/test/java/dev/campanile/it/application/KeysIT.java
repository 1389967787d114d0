package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What hands do that stay on the keyboard. */
@ExtendWith(InBrowser.class)
class KeysIT {

  private static final String DRAFT =
      """
      campaign: by-keys
      entry:
        - { when: [["event signed.up"]], to: wait }
      nodes:
        wait: { actions: [{ log: { text: "Hello" } }] }
        done: {}
      edges:
        - { from: wait, to: done, when: [["after P1D"]] }
      """;

  @Test
  void nodesAreCopiedPastedRemovedAndBroughtBack(Visitor visitor, Backstage backstage) {
    backstage.draft("by-keys", DRAFT);
    visitor.signedIn().at("/drafts/by-keys");
    var drawing = new Drawing(visitor);
    Keyboard keys = visitor.page.keyboard();
    drawing.node("wait").click();
    assertThat(drawing.form()).containsText("Node wait");

    keys.press("ControlOrMeta+c");
    keys.press("ControlOrMeta+v");
    assertThat(drawing.node("wait-2")).containsText("log: Hello");
    keys.press("ControlOrMeta+z");
    assertThat(drawing.node("wait-2")).hasCount(0);
    keys.press("ControlOrMeta+Shift+z");
    assertThat(drawing.node("wait-2")).isAttached();

    keys.press("Escape");
    keys.press("ControlOrMeta+a");
    assertThat(drawing.form()).containsText("5 elements are selected");
    keys.press("Delete");
    assertThat(drawing.node("wait")).hasCount(0);
    keys.press("ControlOrMeta+z");
    assertThat(drawing.edge("wait", "done")).isAttached();
    drawing.saved();
  }
}
