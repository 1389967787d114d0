package dev.campanile.translator.check;

import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.text.SourceMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What checks have found so far in one campaign, and a way to say more of one kind. */
final class Findings {

  private final SourceMap sources;
  private final Concern concern;
  private final List<Violation> found;

  Findings(SourceMap sources) {
    this(sources, Concern.READING, new ArrayList<>());
  }

  private Findings(SourceMap sources, Concern concern, List<Violation> found) {
    this.sources = sources;
    this.concern = concern;
    this.found = found;
  }

  /** The same findings, to be told of another kind. */
  Findings of(Concern kind) {
    return new Findings(sources, kind, found);
  }

  SourceMap sources() {
    return sources;
  }

  int count() {
    return found.size();
  }

  void error(String element, String message, String advice) {
    add(Severity.ERROR, element, message, advice);
  }

  /**
   * @param problem the message, perhaps with its advice on the next line
   */
  void error(String element, String problem) {
    String[] lines = problem.split("\\R", 2);
    error(element, lines[0], lines.length > 1 ? lines[1] : "");
  }

  void warning(String element, String message, String advice) {
    add(Severity.WARNING, element, message, advice);
  }

  void note(String element, String message, String advice) {
    add(Severity.NOTE, element, message, advice);
  }

  /** A finding at a character of a text. */
  void add(Severity severity, String element, int offset, String message, String advice) {
    found.add(
        new Violation(concern, severity, sources.at(element, offset), element, message, advice));
  }

  /** An error about something that the language has and the engine does not execute. */
  void unexecuted(String element, String what) {
    error(
        element,
        "Expected what the engine executes, but %s is not executed yet.".formatted(what),
        "");
  }

  List<Violation> sorted() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Violation::place)
                .thenComparing(Violation::element)
                .thenComparing(Violation::severity))
        .toList();
  }

  private void add(Severity severity, String element, String message, String advice) {
    found.add(new Violation(concern, severity, sources.at(element), element, message, advice));
  }
}
