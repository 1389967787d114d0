package dev.campanile.cli;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.scenario.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of one scenario, or of a whole file that could not be told.
 *
 * @param name the scenario's; where no scenario could be told, the file's
 */
record Tested(Path file, Place place, String name, Result result) {

  /** What it came to. */
  sealed interface Result {

    /** It was told: to its end, or to where it did not go as expected. */
    record Told(Verdict verdict) implements Result {}

    /** The scenario or its campaigns cannot be read: each problem, and in which file. */
    record Broken(List<Flaw> flaws) implements Result {}
  }

  /** A problem and the file that it is in. */
  record Flaw(Path file, Violation violation) {

    static Flaw of(Path file, Place place, String message) {
      return new Flaw(file, Violation.error(place, "", message, ""));
    }

    String line() {
      return CampaignFiles.line(file, violation);
    }
  }

  boolean passed() {
    return result instanceof Result.Told(Verdict.Passed passed);
  }

  boolean broken() {
    return result instanceof Result.Broken;
  }
}
