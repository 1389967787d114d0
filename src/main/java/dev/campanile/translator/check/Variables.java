package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds references in conditions, such as {@code {gift.code}}, to what will never have a value. */
final class Variables {

  private final CampaignGraph graph;
  private final Scopes scopes;
  private final Findings findings;

  Variables(CampaignGraph graph, Scopes scopes, Findings findings) {
    this.graph = graph;
    this.scopes = scopes;
    this.findings = findings;
  }

  void check() {
    for (Sites.Site site : Sites.of(graph)) {
      for (Sites.Cell cell : site.cells(findings.sources())) {
        sinceEver(cell.condition())
            .forEach(reference -> refuseSinceEver(cell.pointer(), reference));
        references(cell.condition())
            .distinct()
            .forEach(reference -> check(site.kind(), cell.pointer(), reference));
      }
    }
  }

  /** What is counted for the user as a whole can depend on the events alone. */
  private void refuseSinceEver(String pointer, Reference reference) {
    findings.error(
        pointer,
        "Expected values that are known of all events since ever, but {%s.…} is known here alone."
            .formatted(reference.scope()),
        "Maybe use {event.…}, or count since entry.");
  }

  private static Stream<Reference> sinceEver(Condition condition) {
    return condition instanceof Condition.Aggregate(var tally, var operator, var operand)
            && tally.since() == Condition.Since.EVER
        ? references(tally.where())
            .filter(reference -> !reference.scope().equals("event"))
            .distinct()
        : Stream.empty();
  }

  private void check(Sites.Kind kind, String pointer, Reference reference) {
    String scope = reference.scope();
    scopes
        .objection(scope, Optional.of(reference.path().segments().getFirst()))
        .ifPresentOrElse(
            objection -> findings.error(pointer, objection.message(), objection.advice()),
            () -> checkTime(kind, pointer, scope));
  }

  private void checkTime(Sites.Kind kind, String pointer, String scope) {
    if (kind != Sites.Kind.EDGE && !scope.equals("event") && !scope.equals("user")) {
      findings.error(
          pointer,
          "Expected a value that is there before the entry, but {%s.…} is not.".formatted(scope),
          "Maybe use {event.…} or {user.…}.");
    }
  }

  private static Stream<Reference> references(Condition condition) {
    return switch (condition) {
      case Condition.Occurs occurs -> references(occurs.where());
      case Condition.Aggregate aggregate ->
          Stream.concat(references(aggregate.tally().where()), references(aggregate.operand()));
      case Condition.Profile profile -> references(profile.comparison().operand());
      default -> Stream.empty();
    };
  }

  private static Stream<Reference> references(Cnf<Comparison> where) {
    return where.rows().stream()
        .flatMap(List::stream)
        .flatMap(comparison -> references(comparison.operand()));
  }

  private static Stream<Reference> references(Operand operand) {
    return switch (operand) {
      case Operand.Reference reference -> Stream.of(reference);
      case Operand.Several several -> several.values().stream().flatMap(Variables::references);
      case Operand.None n -> Stream.empty();
      case Operand.Literal l -> Stream.empty();
      case Operand.Pattern p -> Stream.empty();
    };
  }
}
