package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InBrowser.class)
class LiveIT {

  private static final String CAMPAIGN =
      """
      campaign: seen-live
      entry:
        - when: [["event tour.begun"]]
          to: tour
      nodes:
        tour: {}
        done: {}
      edges:
        - { from: tour, to: done, when: [["event tour.ended", "after P30D"]] }
      """;

  @Test
  void countsFollowWhatHappens(Visitor visitor, Backstage backstage) {
    backstage.publish(CAMPAIGN);
    visitor.signedIn().at("/campaigns/seen-live/canvas");
    var drawing = new Drawing(visitor);
    var tour = drawing.node("tour");
    assertThat(tour).isVisible();

    backstage.happens("live-1", "tour.begun", "{}");
    assertThat(tour.getByLabel("1 user waits here")).isVisible();

    backstage.happens("live-2", "tour.begun", "{}");
    assertThat(tour.getByLabel("2 users wait here")).isVisible();

    backstage.happens("live-1", "tour.ended", "{}");
    assertThat(tour.getByLabel("1 user waits here")).isVisible();
    assertThat(drawing.edge("tour", "done").getByLabel(Pattern.compile("^Followed 1 times")))
        .isVisible();
  }
}
