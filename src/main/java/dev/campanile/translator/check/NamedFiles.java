package dev.campanile.translator.check;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import java.util.Optional;
import java.util.function.Function;

/** Whether the files that a campaign names are there, and are what they should be. */
final class NamedFiles {

  private final CampaignGraph graph;
  private final Function<String, Optional<String>> problems;
  private final Findings findings;

  NamedFiles(CampaignGraph graph, Function<String, Optional<String>> problems, Findings findings) {
    this.graph = graph;
    this.problems = problems;
    this.findings = findings;
  }

  void check() {
    graph.audience().ifPresent(this::check);
    for (Sites.Site site : Sites.of(graph)) {
      site.cells(findings.sources()).forEach(this::check);
    }
  }

  private void check(Audience audience) {
    audience.list().ifPresent(file -> check("audience.list", file));
    audience
        .exclude()
        .flatMap(Audience.Exclusion::list)
        .ifPresent(file -> check("audience.exclude.list", file));
  }

  private void check(Sites.Cell cell) {
    if (Area.of(cell.condition()).orElse(null) instanceof Area.Outline(String file)) {
      check(cell.pointer(), file);
    }
  }

  private void check(String pointer, String file) {
    problems.apply(file).ifPresent(problem -> findings.error(pointer, problem));
  }
}
