package dev.campanile.translator.check;

import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Trigger;
import dev.campanile.translator.logic.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds audiences that nobody can be in, entries that no user of the audience can take, and edges
 * that none can who has entered.
 */
final class Audiences {

  private static final String EXCLUSION = "exclude";

  private final Views views;
  private final CampaignGraph graph;
  private final Findings findings;
  private final List<Conflict.Part> audience;

  Audiences(Views views, Findings findings) {
    this.views = views;
    this.graph = views.graph();
    this.findings = findings;
    this.audience = graph.audience().map(this::parts).orElse(List.of());
  }

  private List<Conflict.Part> parts(Audience who) {
    Stream<Conflict.Part> wanted =
        who.where().stream().flatMap(where -> Conflict.rows(views, where, Views.AUDIENCE).stream());
    Stream<Conflict.Part> unwanted =
        who.exclude().flatMap(Audience.Exclusion::where).stream()
            .map(where -> views.of(where, Views.AUDIENCE).not())
            .map(others -> new Conflict.Part(EXCLUSION, others));
    return Stream.concat(wanted, unwanted).toList();
  }

  void check() {
    checkAudience();
    for (int i = 0; i < graph.entries().size(); i++) {
      if (graph.entries().get(i) instanceof Entry.When entry) {
        checkEntry("entry[" + i + "].when", entry.when());
      }
    }
    graph.edges().forEach(this::checkEdge);
  }

  /** An exclusion that takes everybody out; what alone holds of nobody is told elsewhere. */
  private void checkAudience() {
    List<Conflict.Part> wanted =
        audience.stream().filter(part -> !part.text().equals(EXCLUSION)).toList();
    if (wanted.size() < audience.size() && !impossible(wanted) && impossible(audience)) {
      String out =
          Conflict.among(audience).parts().stream()
              .filter(wanted::contains)
              .map(part -> "'" + part.text() + "'")
              .collect(Collectors.joining(" and "));
      findings
          .of(Concern.NEVER_HOLDS)
          .error(
              "audience",
              "Expected an audience that somebody can be in, but 'exclude' takes out everybody%s."
                  .formatted(out.isEmpty() ? "" : " of " + out),
              "Maybe narrow the exclusion.");
    }
  }

  private void checkEntry(String pointer, Trigger trigger) {
    conflict(audience, Conflict.rows(views, trigger, Views.ENTRY))
        .ifPresent(
            conflict ->
                findings
                    .of(Concern.CONTRADICTS_AUDIENCE)
                    .error(
                        pointer,
                        "Expected an entry that users of the audience can take, but %s."
                            .formatted(conflict.told()),
                        "Maybe widen the audience, or drop the entry."));
  }

  /** Whichever way one came: where one way lets the edge hold, nothing is told. */
  private void checkEdge(Edge edge) {
    List<Conflict.Part> wanted = Conflict.rows(views, edge.when(), views.standpoint(edge));
    List<Optional<Conflict>> conflicts =
        graph.entries().stream()
            .filter(entry -> views.reached(entry.to()).contains(edge.from()))
            .map(entry -> conflict(known(entry), wanted))
            .toList();
    if (!conflicts.isEmpty() && conflicts.stream().allMatch(Optional::isPresent)) {
      findings
          .of(Concern.CONTRADICTS_ENTRY)
          .warning(
              views.pointer(edge),
              "Expected an edge that users can take as they were on entry, but %s."
                  .formatted(conflicts.getFirst().orElseThrow().told()),
              "Maybe that is meant: profiles change.");
    }
  }

  /** What is known of the profile of those who enter here. */
  private List<Conflict.Part> known(Entry entry) {
    List<Conflict.Part> known = new ArrayList<>(audience);
    if (entry instanceof Entry.When(var when, var to)) {
      when.cells().rows().stream()
          .filter(row -> row.stream().allMatch(Audiences::ofProfile))
          .map(row -> new Conflict.Part(Conflict.text(row), views.of(row, Views.ENTRY)))
          .forEach(known::add);
    }
    return known;
  }

  private static boolean ofProfile(Trigger.Cell cell) {
    return cell.condition() instanceof Condition.Profile;
  }

  /** Between two that can hold each by itself. */
  private static Optional<Conflict> conflict(List<Conflict.Part> one, List<Conflict.Part> other) {
    if (one.isEmpty() || impossible(one) || impossible(other)) {
      return Optional.empty();
    }
    List<Conflict.Part> both = Stream.concat(one.stream(), other.stream()).toList();
    return impossible(both) ? Optional.of(Conflict.among(both)) : Optional.empty();
  }

  private static boolean impossible(List<Conflict.Part> parts) {
    return Conflict.verdict(parts) == Verdict.IMPOSSIBLE;
  }
}
