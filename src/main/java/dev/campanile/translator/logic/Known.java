package dev.campanile.translator.logic;

import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.translator.logic.Domain.Other;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is known of the value of one subject. Immutable. */
record Known(Domain domain, Set<Probe> passed, Set<Probe> failed) {

  static Known nothing(Subject subject) {
    return new Known(subject.universe(), Set.of(), Set.of());
  }

  Known {
    passed = Set.copyOf(passed);
    failed = Set.copyOf(failed);
  }

  Known in(Domain other) {
    return new Known(domain.and(other), passed, failed);
  }

  Known tested(Probe probe, boolean truth) {
    Set<Probe> more = new HashSet<>(truth ? passed : failed);
    more.add(probe);
    return truth ? new Known(domain, more, failed) : new Known(domain, passed, more);
  }

  /** Whether there is such a value. */
  Verdict verdict(boolean whole) {
    if (passed.stream().anyMatch(this::contradicted)) {
      return Verdict.IMPOSSIBLE;
    }
    return Stream.of(otherKinds(), numbers(whole), texts()).reduce(Verdict.IMPOSSIBLE, Verdict::or);
  }

  private boolean contradicted(Probe probe) {
    return failed.contains(probe)
        || passed.stream().anyMatch(other -> probe.excludes(other) || other.excludes(probe));
  }

  private Verdict otherKinds() {
    boolean nothingAsked = passed.isEmpty();
    boolean absent = (domain.has(Other.MISSING) || domain.has(Other.OBJECT)) && nothingAsked;
    boolean truth = domain.has(Other.TRUE) || domain.has(Other.FALSE);
    boolean list =
        domain.has(Other.LIST)
            && passed.stream().allMatch(probe -> probe.operator() == Operator.CONTAINS);
    return absent || list || (truth && nothingAsked) ? Verdict.POSSIBLE : lookedUp(truth);
  }

  private Verdict numbers(boolean whole) {
    if (whole ? !domain.hasWholeNumber() : domain.numbers().isNone()) {
      return Verdict.IMPOSSIBLE;
    }
    return passed.isEmpty() ? Verdict.POSSIBLE : lookedUp(true);
  }

  /** A value may pass where the tests look something up; one such probe always finds a value. */
  private Verdict lookedUp(boolean any) {
    if (!any || !passed.stream().allMatch(Probe::looksUp)) {
      return Verdict.IMPOSSIBLE;
    }
    return onlyLooksUp() ? Verdict.POSSIBLE : Verdict.UNDECIDED;
  }

  private boolean onlyLooksUp() {
    return passed.size() == 1 && failed.isEmpty() && passed.stream().allMatch(Probe::looksUp);
  }

  private Verdict texts() {
    Ranges<TextCut> texts = domain.texts();
    if (texts.isNone()) {
      return Verdict.IMPOSSIBLE;
    }
    if (passed.isEmpty() && failed.isEmpty()) {
      return Verdict.POSSIBLE;
    }
    if (onlyLooksUp()) {
      return Verdict.POSSIBLE;
    }
    if (passed.stream().anyMatch(this::excludedText)) {
      return Verdict.IMPOSSIBLE;
    }
    List<String> listed = Texts.listed(texts);
    return listed.isEmpty() ? manyTexts() : fewTexts(listed);
  }

  private boolean excludedText(Probe probe) {
    return failed.stream().anyMatch(probe::implies)
        || (probe.onPart() && !(probe.operand() instanceof Operand.Literal(String part)));
  }

  private Verdict fewTexts(List<String> listed) {
    return listed.stream().map(this::verdict).reduce(Verdict.IMPOSSIBLE, Verdict::or);
  }

  private Verdict verdict(String text) {
    boolean open = false;
    for (Probe probe : passed) {
      open |= probe.looksUp() || probe.inTime();
      if (decidable(probe) && !probe.passes(text)) {
        return Verdict.IMPOSSIBLE;
      }
    }
    for (Probe probe : failed) {
      open |= probe.looksUp() || probe.inTime();
      if (decidable(probe) && probe.passes(text)) {
        return Verdict.IMPOSSIBLE;
      }
    }
    return open ? Verdict.UNDECIDED : Verdict.POSSIBLE;
  }

  private static boolean decidable(Probe probe) {
    return !probe.looksUp() && !probe.inTime();
  }

  /** Of very many texts, one ends and contains as it should; the rest would need a closer look. */
  private Verdict manyTexts() {
    boolean parts = failed.isEmpty() && passed.stream().allMatch(Probe::onPart);
    boolean one = passed.size() + failed.size() == 1 && domain.texts().isAll();
    return parts || one ? Verdict.POSSIBLE : Verdict.UNDECIDED;
  }
}
