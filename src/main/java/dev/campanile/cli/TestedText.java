package dev.campanile.cli;

import dev.campanile.cli.Tested.Flaw;
import dev.campanile.cli.Tested.Result;
import dev.campanile.engine.scenario.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What testing scenarios has come to, for people: each file, each failure in full, a summary. */
final class TestedText {

  private static final String INDENT = "      ";

  private final List<Tested> tested;

  TestedText(List<Tested> tested) {
    this.tested = tested;
  }

  List<String> lines() {
    Map<Path, List<Tested>> files = new LinkedHashMap<>();
    tested.forEach(one -> files.computeIfAbsent(one.file(), none -> new ArrayList<>()).add(one));
    List<String> lines = new ArrayList<>();
    files.forEach((file, ofFile) -> lines.addAll(lines(file, ofFile)));
    long passed = tested.stream().filter(Tested::passed).count();
    lines.add(
        "%d of %d scenarios passed, in %d %s"
            .formatted(passed, tested.size(), files.size(), files.size() == 1 ? "file" : "files"));
    return lines;
  }

  private static List<String> lines(Path file, List<Tested> ofFile) {
    List<Tested> failed = ofFile.stream().filter(one -> !one.passed()).toList();
    if (failed.isEmpty()) {
      return List.of("ok    %s  %d passed".formatted(file, ofFile.size()));
    }
    return failed.stream().flatMap(one -> failure(one).stream()).toList();
  }

  /** A failure in full. */
  static List<String> failure(Tested one) {
    List<String> lines = new ArrayList<>();
    lines.add("FAIL  %s:%s  %s".formatted(one.file(), place(one), one.name()));
    details(one.result()).forEach(detail -> lines.add(INDENT + detail));
    return lines;
  }

  private static Object place(Tested one) {
    return one.result() instanceof Result.Told(Verdict.Failed failed)
        ? failed.place()
        : one.place();
  }

  /** What went wrong, line by line. */
  static List<String> details(Result result) {
    return switch (result) {
      case Result.Broken(var flaws) -> flaws.stream().map(Flaw::line).toList();
      case Result.Told(Verdict.Passed passed) -> List.of();
      case Result.Told(Verdict.Failed failed) -> details(failed);
    };
  }

  private static List<String> details(Verdict.Failed failed) {
    List<String> lines = new ArrayList<>(failed.complaints());
    lines.add(
        failed.course().isEmpty()
            ? "Nothing had happened."
            : "Course, on the clock of %s:".formatted(failed.clock()));
    failed.course().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
