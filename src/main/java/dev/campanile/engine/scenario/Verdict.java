package dev.campanile.engine.scenario;

import dev.campanile.campaign.Place;
import java.time.ZoneId;
import java.util.List;

/** Whether a scenario went as expected. */
public sealed interface Verdict {

  /** It did. */
  record Passed() implements Verdict {}

  /**
   * It did not, and was not told to its end.
   *
   * @param place of the first expectation that failed
   * @param complaints what was expected, and what was seen
   * @param clock whose times the complaints and the course tell
   * @param course what had happened until then
   */
  record Failed(Place place, List<String> complaints, ZoneId clock, List<String> course)
      implements Verdict {

    public Failed {
      complaints = List.copyOf(complaints);
      course = List.copyOf(course);
    }
  }
}
