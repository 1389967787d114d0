package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Campaigns come as files, and go as files: to the letter. */
@ExtendWith(InBrowser.class)
class FilesIT {

  private static final String FILE =
      """
      # Written by hand, with a hand's own habits.
      campaign: 'from-a-file'
      name:   "From a file"   # three blanks

      entry: [ {when: [["event signed.up"]], to: wait} ]
      nodes:
          wait: {}            # indented by four
          done:
              actions:
              - log: {text: 'bye'}
      edges:
      - {from: wait, to: done, when: [[after P1D]]}
      """;

  @Test
  void whatIsImportedIsExportedAsItWas(Visitor visitor) throws IOException {
    visitor.signedIn().at("/campaigns");
    visitor.button("New campaign").click();
    visitor.tab("Import a file").click();
    choose(visitor, () -> visitor.button("Campaign file").click(), FILE);
    assertThat(visitor.field("Id")).hasValue("from-a-file");
    visitor.button("Begin the draft").click();

    var drawing = new Drawing(visitor);
    assertThat(drawing.edge("wait", "done")).isVisible();
    assertThat(exported(visitor)).isEqualTo(FILE);

    String other = FILE.replace("bye", "farewell");
    choose(visitor, () -> visitor.button("Import a file").click(), other);
    assertThat(drawing.node("done")).containsText("log: farewell");
    drawing.saved();
    assertThat(exported(visitor)).isEqualTo(other);
    visitor.button("Undo").click();
    assertThat(drawing.node("done")).containsText("log: bye");
  }

  @Test
  void aCampaignBeginsFromATemplate(Visitor visitor) {
    visitor.signedIn().at("/campaigns");
    visitor.button("New campaign").click();
    visitor.named(AriaRole.RADIO, "Win back").check();
    visitor.field("Id").fill("bring-them-back");
    visitor.button("Begin the draft").click();

    assertThat(visitor.heading("Draft of ")).isVisible();
    assertThat(visitor.page.locator(".react-flow__node-entry").first()).isVisible();
    assertThat(visitor.named(AriaRole.REGION, "Problems")).containsText("No errors");
  }

  private static void choose(Visitor visitor, Runnable opener, String text) {
    FileChooser chooser = visitor.page.waitForFileChooser(opener);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    chooser.setFiles(new FilePayload("campaign.yaml", "application/yaml", bytes));
  }

  private static String exported(Visitor visitor) throws IOException {
    Download file = visitor.page.waitForDownload(() -> visitor.button("Export the file").click());
    return Files.readString(file.path());
  }
}
