package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Position;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.rule.Timepiece;
import dev.campanile.engine.state.Explanation.Cell;
import dev.campanile.engine.state.Explanation.Row;
import dev.campanile.engine.state.Explanation.Seen;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Evaluates a guard cell by cell, on the scene that its rule was judged on. */
final class Explaining {

  private static final String LATCHED = "has occurred since the arrival";

  private final Guard guard;
  private final Scene scene;
  private final Map<String, OffsetDateTime> dues;

  private Explaining(Guard guard, View view) {
    this.guard = guard;
    this.scene = view.scene();
    this.dues = view.dues();
  }

  static Explanation of(Guard guard, View view) {
    List<Row> rows = rows(guard.trigger().cells(), new Explaining(guard, view)::cell);
    return new Explanation(rows.stream().allMatch(Row::holds), rows);
  }

  /** A launch has no trigger: its tick is the reason. */
  static Explanation launch(String text, Instant tick, ZoneId zone) {
    Object at = tick.atZone(zone).toOffsetDateTime().toString();
    Cell cell = plain(text, true, List.of(new Seen("tick", Optional.of(at))));
    return new Explanation(true, List.of(new Row(true, List.of(cell))));
  }

  private static <T> List<Row> rows(Cnf<T> array, Function<T, Cell> explain) {
    List<Row> rows = new ArrayList<>(array.rows().size());
    for (List<T> row : array.rows()) {
      List<Cell> cells = row.stream().map(explain).toList();
      rows.add(new Row(cells.stream().anyMatch(Cell::holds), cells));
    }
    return rows;
  }

  private Cell cell(Trigger.Cell cell) {
    String text = Lexicon.nameOf(cell.condition());
    return switch (cell.condition()) {
      case Condition.Occurs occurs -> occurs(occurs, text, cell.latches());
      case Condition.Cron cron -> struck(cron, text, cell.latches());
      case Happening happening ->
          scene.occurs(happening) || !latched(text, cell.latches())
              ? plain(text, scene.occurs(happening), crossing())
              : plain(text, true, seen(LATCHED, true));
      case Condition.Deadline deadline -> due(deadline, text);
      case Aggregate aggregate -> counted(aggregate, text);
      case Condition.Profile(Comparison comparison) ->
          compared(text, "user.", comparison, scene.profile());
      case Condition.Inside inside -> plain(text, scene.stands(inside), position());
      case Condition.Split split -> drawn(split, text);
      case Condition.During during -> open(during, text);
      case Condition.Standing standing -> plain(text, scene.stands(standing), List.of());
    };
  }

  private Cell occurs(Condition.Occurs occurs, String text, boolean latches) {
    boolean latched = latched(text, latches);
    Optional<Event> event =
        scene.occasion().happened().filter(one -> one.type().equals(occurs.type()));
    List<Row> where =
        event
            .map(one -> rows(occurs.where(), c -> compared("", "", c, one.properties())))
            .orElse(List.of());
    List<Seen> seen = new ArrayList<>();
    if (latched) {
      seen.addAll(seen(LATCHED, true));
    } else if (event.isEmpty()) {
      seen.add(new Seen("event", scene.occasion().happened().map(Event::type)));
    }
    return new Cell(text, latched || scene.occurs(occurs), seen, where);
  }

  /** A dwell has no due time while the user is not inside its area. */
  private Cell due(Condition.Deadline deadline, String text) {
    boolean due = scene.due().contains(text);
    Seen when =
        Optional.ofNullable(dues.get(text))
            .map(at -> new Seen(due ? "due since" : "due at", Optional.of(at.toString())))
            .orElseGet(
                () ->
                    deadline instanceof Condition.Dwell && !due
                        ? new Seen("known to be in the area", Optional.of(false))
                        : new Seen("fallen due", Optional.of(due)));
    return plain(text, due, List.of(when));
  }

  private Cell counted(Aggregate aggregate, String text) {
    String tally = Lexicon.nameOf(aggregate.tally());
    Optional<Object> value = scene.tallies().getOrDefault(tally, Optional.empty());
    List<Seen> seen = new ArrayList<>(List.of(new Seen(tally, value)));
    seen.addAll(references(aggregate.operand()));
    return plain(text, scene.compares(aggregate, value), seen);
  }

  private Cell compared(String text, String scope, Comparison comparison, Attributes subject) {
    String name = text.isEmpty() ? Lexicon.nameOf(comparison) : text;
    List<Seen> seen = new ArrayList<>();
    seen.add(new Seen(scope + comparison.path(), subject.at(comparison.path())));
    seen.addAll(references(comparison.operand()));
    return plain(name, scene.compares(comparison, subject), seen);
  }

  private Cell drawn(Condition.Split split, String text) {
    Splits.Part part = guard.splits().of(split);
    boolean holds = scene.lot().isWithin(part.from(), part.to());
    return plain(
        text,
        holds,
        List.of(
            new Seen("the user's lot in percent", Optional.of(scene.lot().percent())),
            new Seen("part from", Optional.of(part.from())),
            new Seen("part to", Optional.of(part.to()))));
  }

  private List<Seen> references(Operand operand) {
    return switch (operand) {
      case Reference reference -> List.of(new Seen(name(reference), scene.lookUp(reference)));
      case Operand.Several several ->
          several.values().stream().flatMap(one -> references(one).stream()).toList();
      case Operand.None n -> List.of();
      case Operand.Literal l -> List.of();
      case Operand.Pattern p -> List.of();
    };
  }

  private static String name(Reference reference) {
    return "{" + reference.scope() + "." + reference.path() + "}";
  }

  private List<Seen> crossing() {
    return switch (scene.occasion()) {
      case Occasion.Happened happened ->
          Stream.of(
                  new Seen("position before", happened.from().map(Explaining::text)),
                  new Seen("position now", happened.at().map(Explaining::text)))
              .toList();
      case Occasion.Settled(var action, boolean succeeded) ->
          seen("action " + action + " succeeded", succeeded);
      case Occasion.Struck s -> List.of();
      case Occasion.Quiet quiet -> List.of();
    };
  }

  /** What somebody who watches the clock sees: whether it strikes, else when it does next. */
  private Cell struck(Condition.Cron cron, String text, boolean latches) {
    boolean strikes = scene.occurs(cron);
    if (latched(text, latches) && !strikes) {
      return plain(text, true, seen(LATCHED, true));
    }
    return plain(text, strikes, List.of(local(cron.clock()), next("next at", text)));
  }

  private Cell open(Condition.During during, String text) {
    boolean open = scene.stands(during);
    List<Seen> seen = new ArrayList<>(List.of(local(during.clock())));
    if (!open) {
      seen.add(next("opens at", text));
    }
    return plain(text, open, seen);
  }

  private Seen local(Condition.ClockOf whose) {
    Timepiece time = scene.time();
    String clock =
        time.now().atZone(time.zone(whose)).toOffsetDateTime() + " " + time.zone(whose).getId();
    return new Seen("the clock", Optional.of(clock));
  }

  private Seen next(String name, String text) {
    return new Seen(name, Optional.ofNullable(dues.get(text)).map(OffsetDateTime::toString));
  }

  private List<Seen> position() {
    return List.of(new Seen("last known position", scene.position().map(Explaining::text)));
  }

  private static Object text(Position position) {
    return BigDecimal.valueOf(position.latitude()).stripTrailingZeros().toPlainString()
        + " "
        + BigDecimal.valueOf(position.longitude()).stripTrailingZeros().toPlainString();
  }

  private boolean latched(String text, boolean latches) {
    return latches && scene.latched().contains(text);
  }

  private static List<Seen> seen(String name, boolean value) {
    return List.of(new Seen(name, Optional.of(value)));
  }

  private static Cell plain(String text, boolean holds, List<Seen> seen) {
    return new Cell(text, holds, seen, List.of());
  }
}
