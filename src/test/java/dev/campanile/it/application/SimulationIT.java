package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A week of a user's life takes no longer than asking for it. */
@ExtendWith(InBrowser.class)
class SimulationIT {

  private static final String CAMPAIGN =
      """
      campaign: week-long
      schedule: { start: 2027-03-01T09:00, timezone: UTC }
      entry:
        - when: [["event signed.up"]]
          to: wait
      nodes:
        wait: {}
        remind: { actions: [{ log: { text: "Still there?" } }] }
      edges:
        - { from: wait, to: remind, when: [["after P7D"]] }
      """;

  @Test
  void aWeekIsTwoRequestsAndThenAScenario(Visitor visitor, Backstage backstage) {
    backstage.publish(CAMPAIGN);
    backstage.draft("week-long", CAMPAIGN);
    visitor.signedIn().at("/drafts/week-long");
    List<Request> asked = new ArrayList<>();
    visitor.page.onRequest(
        request -> {
          if (request.url().endsWith("/v1/simulations")) {
            asked.add(request);
          }
        });
    visitor.button("Simulation").click();
    visitor.button("Start").click();

    visitor.named(AriaRole.TEXTBOX, "Type of the event").fill("signed.up");
    visitor.button("Send event").click();
    assertThat(frame(visitor)).containsText("Entered at wait by entry-1");
    visitor.tab("Time").click();
    visitor.button("A week passes").click();

    assertThat(frame(visitor)).containsText("Moved to remind by wait-remind");
    assertThat(timeline(visitor)).containsText("Mar 8, 2027, 09:00");
    assertThat(asked).hasSizeBetween(2, 4);
    saveAndRun(visitor);
  }

  private static void saveAndRun(Visitor visitor) {
    visitor.field("Name of the scenario").fill("A week goes by");
    visitor.button("Save as a scenario").click();
    assertThat(visitor.page.getByText("Scenario “A week goes by” is saved.")).isVisible();

    visitor.at("/campaigns/week-long/scenarios");
    visitor.button("Run all against the live version").click();
    assertThat(visitor.page.getByText("Against the live version, 1 of 1 passed.")).isVisible();
  }

  private static Locator frame(Visitor visitor) {
    return visitor.named(AriaRole.REGION, "What happened");
  }

  private static Locator timeline(Visitor visitor) {
    return visitor.page.locator("[aria-current=step]");
  }
}
