package dev.campanile.translator.check;

import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.text.SourceMap;
import java.util.ArrayList;
import java.util.List;

/** Where the triggers of a campaign stand in its file, and where their cells do. */
final class Sites {

  /** What a trigger is for. */
  enum Kind {
    AUDIENCE,
    ENTRY,
    EDGE,
    /** The goal or the exit of the whole campaign. */
    BESIDE
  }

  /** A trigger with the pointer to it. */
  record Site(Kind kind, String pointer, Trigger trigger) {

    List<Cell> cells(SourceMap sources) {
      List<List<Expression<Condition>>> rows = rows(trigger.written());
      return inTwoDimensions(rows, sources) ? placed(rows) : unplaced();
    }

    private boolean inTwoDimensions(List<List<Expression<Condition>>> rows, SourceMap sources) {
      for (int row = 0; row < rows.size(); row++) {
        boolean leaves = rows.get(row).stream().allMatch(Expression.Leaf.class::isInstance);
        if (!leaves || count(sources, pointer + "[" + row + "]") != rows.get(row).size()) {
          return false;
        }
      }
      return count(sources, pointer) == rows.size();
    }

    private List<Cell> placed(List<List<Expression<Condition>>> rows) {
      List<Cell> cells = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        for (int cell = 0; cell < rows.get(row).size(); cell++) {
          String here = pointer + "[" + row + "][" + cell + "]";
          rows.get(row).get(cell).forEachLeaf(condition -> cells.add(new Cell(here, condition)));
        }
      }
      return cells;
    }

    /** A Boolean text, or rows of which identical ones were struck out: its cells have no place. */
    private List<Cell> unplaced() {
      List<Cell> cells = new ArrayList<>();
      trigger.written().forEachLeaf(condition -> cells.add(new Cell(pointer, condition)));
      return cells;
    }
  }

  /** A condition with the pointer to it. */
  record Cell(String pointer, Condition condition) {}

  private Sites() {}

  /** The triggers of the audience, the entries and the edges. */
  static List<Site> of(CampaignGraph graph) {
    List<Site> sites = new ArrayList<>();
    graph.audience().ifPresent(audience -> sites.addAll(of(audience)));
    for (int i = 0; i < graph.entries().size(); i++) {
      if (graph.entries().get(i) instanceof Entry.When when) {
        sites.add(new Site(Kind.ENTRY, "entry[" + i + "].when", when.when()));
      }
    }
    for (int i = 0; i < graph.edges().size(); i++) {
      sites.add(new Site(Kind.EDGE, "edges[" + i + "].when", graph.edges().get(i).when()));
    }
    return sites;
  }

  private static List<Site> of(Audience audience) {
    List<Site> sites = new ArrayList<>();
    audience
        .where()
        .ifPresent(where -> sites.add(new Site(Kind.AUDIENCE, "audience.where", where)));
    audience
        .exclude()
        .flatMap(Audience.Exclusion::where)
        .ifPresent(where -> sites.add(new Site(Kind.AUDIENCE, "audience.exclude.where", where)));
    return sites;
  }

  /** Those, and the triggers of goal and exit. */
  static List<Site> all(CampaignGraph graph) {
    List<Site> sites = new ArrayList<>(of(graph));
    graph.goal().ifPresent(goal -> sites.add(new Site(Kind.BESIDE, "goal.when", goal.when())));
    graph.exit().ifPresent(exit -> sites.add(new Site(Kind.BESIDE, "exit.when", exit)));
    return sites;
  }

  private static List<List<Expression<Condition>>> rows(Expression<Condition> written) {
    List<Expression<Condition>> rows =
        written instanceof Expression.And<Condition> and ? and.parts() : List.of(written);
    return rows.stream()
        .map(row -> row instanceof Expression.Or<Condition> or ? or.parts() : List.of(row))
        .toList();
  }

  private static int count(SourceMap sources, String pointer) {
    int count = 0;
    while (sources.places().containsKey(pointer + "[" + count + "]")) {
      count++;
    }
    return count;
  }
}
