package dev.campanile.translator.logic;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.translator.logic.Formula.Fact;
import dev.campanile.translator.logic.Formula.In;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What cells say, as formulas about one moment: at most one event, one profile, one value of each
 * tally. Not thread-safe.
 */
public final class Meanings {

  private static final String EVERYWHERE = "";

  private final Map<Occurs, Verdict> wheres = new HashMap<>();
  private final Map<Aggregate, Formula> counts = new HashMap<>();

  /** That all rows hold. */
  public Formula of(Cnf<Cell> cells, Standpoint at) {
    return Formula.all(cells.rows().stream().map(row -> of(row, at)));
  }

  /** That a cell of the row holds. */
  public Formula of(List<Cell> row, Standpoint at) {
    return Formula.any(row.stream().map(cell -> of(cell, at)));
  }

  public Formula of(Cell cell, Standpoint at) {
    return switch (cell.condition()) {
      case Happening happening when cell.latches() -> latched(happening, at);
      case Occurs(var type, var where) ->
          Formula.all(happened(Domain.ofTexts(Texts.only(type))), Comparisons.ofEvent(where));
      case Condition.Enters c -> positioned(c, c.area(), true);
      case Condition.Exits c -> positioned(c, c.area(), false);
      case Condition.Settled c -> Formula.all(happened(Domain.MISSING), fact(c, EVERYWHERE));
      case Condition.Cron c -> Formula.all(happened(Domain.MISSING), fact(c, EVERYWHERE));
      case Condition.After(var span) -> waited(cell.condition(), span, at);
      case Condition.Deadline c -> fact(c, at.name());
      case Aggregate c -> counted(c, at);
      case Condition.Profile(var comparison) -> Comparisons.of(comparison, Subject.Profile::new);
      case Condition.Inside(var area) -> new In(new Subject.Inside(area), Domain.of(true));
      case Condition.During c -> fact(c, EVERYWHERE);
      case Split c -> drawn(c, at);
      case Condition.Rules c -> fact(c, EVERYWHERE);
      case Condition.Always c -> Formula.TRUE;
    };
  }

  /** A latched event came at some other moment; that is possible where its array is. */
  private Formula latched(Happening happening, Standpoint at) {
    boolean never =
        happening instanceof Occurs occurs
            && wheres.computeIfAbsent(occurs, o -> Search.decide(Comparisons.ofEvent(o.where())))
                == Verdict.IMPOSSIBLE;
    return never ? Formula.FALSE : new Fact(happening, at.name(), true, true);
  }

  private static Formula positioned(Condition condition, Area area, boolean inside) {
    return Formula.all(
        happened(Domain.TEXT),
        new In(new Subject.Inside(area), Domain.of(inside)),
        fact(condition, EVERYWHERE));
  }

  private Formula counted(Aggregate aggregate, Standpoint at) {
    return aggregate.tally().since() == Since.NODE
        ? Tallies.of(aggregate, at.name())
        : counts.computeIfAbsent(aggregate, a -> Tallies.of(a, EVERYWHERE));
  }

  private static Formula waited(Condition condition, Span span, Standpoint at) {
    boolean exact = span.date().isZero();
    boolean days = span.time().isZero() && span.date().toTotalMonths() == 0;
    if (!exact && !days) {
      return fact(condition, at.name());
    }
    BigDecimal length = days ? BigDecimal.valueOf(span.date().getDays()) : seconds(span.time());
    return new In(new Subject.Waited(at.name(), days), Domain.from(length));
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
  }

  private static Formula drawn(Split split, Standpoint at) {
    Standpoint.Part part = at.parts().get(split);
    return part == null || at.node().isEmpty()
        ? fact(split, at.name())
        : new In(
            new Subject.Draw(at.node().get()),
            Domain.from(part.from()).and(Domain.below(part.to())));
  }

  static Formula happened(Domain types) {
    return new In(new Subject.Happened(), types);
  }

  private static Formula fact(Condition condition, String place) {
    return new Fact(condition, place, false, true);
  }
}
