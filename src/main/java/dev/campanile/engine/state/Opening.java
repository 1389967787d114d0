package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.engine.rule.Lexicon;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that alone can open an entry which needs no memory: entries of all campaigns with the
 * same opening are judged by one moment.
 *
 * @param type of the event
 * @param keys what the event must be besides, each decided by looking the value up
 * @param place where such entries are judged
 */
public record Opening(String type, List<Key> keys, String place) {

  /**
   * A row of comparisons that ask whether one attribute equals one of some values.
   *
   * @param values so that equal ones are equal objects; numbers without trailing zeros
   */
  public record Key(Path path, Set<Object> values) {

    boolean fits(Attributes properties) {
      Optional<Object> value = properties.at(path);
      return value.isPresent() && values.contains(plain(value.get()));
    }
  }

  /** Empty where the entry needs memory, or can hold without an event. */
  static Optional<Opening> of(Trigger trigger) {
    Set<String> types =
        Guard.cells(trigger)
            .map(Cell::condition)
            .filter(Occurs.class::isInstance)
            .map(cell -> ((Occurs) cell).type())
            .collect(Collectors.toSet());
    boolean stateless = Guard.cells(trigger).allMatch(Opening::stateless);
    boolean needsEvent =
        trigger.cells().rows().stream()
            .anyMatch(row -> row.stream().allMatch(cell -> cell.condition() instanceof Happening));
    return stateless && needsEvent && types.size() == 1
        ? Optional.of(of(types.iterator().next(), trigger))
        : Optional.empty();
  }

  /** Whether an event has all the values that are asked for. */
  public boolean fits(Event event) {
    return event.type().equals(type) && keys.stream().allMatch(key -> key.fits(event.properties()));
  }

  /** What is left of the comparisons of an event once the keys have been looked up. */
  public Cnf<Comparison> rest(Cnf<Comparison> where) {
    return new Cnf<>(where.rows().stream().filter(row -> !isLookedUp(key(row))).toList());
  }

  private boolean isLookedUp(@Nullable Key key) {
    return key != null && keys.contains(key);
  }

  private static Opening of(String type, Trigger trigger) {
    List<List<Comparison>> rows = new ArrayList<>();
    for (List<Cell> row : trigger.cells().rows()) {
      if (row.size() == 1 && row.getFirst().condition() instanceof Occurs(var t, var where)) {
        where.rows().stream().filter(one -> key(one) != null).forEach(rows::add);
      }
    }
    List<Key> keys =
        rows.stream()
            .map(Opening::key)
            .distinct()
            .sorted(Comparator.comparingInt(key -> key.values().size()))
            .toList();
    // The canonical text, which quotes a type that could be taken for something else; no other
    // place
    // has a space in it.
    return new Opening(type, keys, Lexicon.nameOf(new Occurs(type, new Cnf<>(rows))));
  }

  private static @Nullable Key key(List<Comparison> row) {
    Set<Object> values = new HashSet<>();
    for (Comparison comparison : row) {
      boolean alike = comparison.path().equals(row.getFirst().path());
      if (!alike || !addTo(values, comparison)) {
        return null;
      }
    }
    return values.isEmpty() ? null : new Key(row.getFirst().path(), Set.copyOf(values));
  }

  private static boolean addTo(Set<Object> values, Comparison comparison) {
    return switch (comparison.operand()) {
      case Operand.Literal literal when comparison.operator() == Operator.EQ ->
          add(values, literal);
      case Operand.Several several when comparison.operator() == Operator.IN ->
          several.values().stream().allMatch(value -> add(values, value));
      default -> false;
    };
  }

  private static boolean add(Set<Object> values, Operand operand) {
    if (operand instanceof Operand.Literal(Object value)) {
      values.add(plain(value));
      return true;
    }
    return false;
  }

  static Object plain(Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  private static boolean stateless(Cell cell) {
    return switch (cell.condition()) {
      case Occurs o ->
          !cell.latches()
              && o.where().rows().stream().flatMap(List::stream).noneMatch(Opening::local);
      case Condition.Profile p -> !local(p.comparison());
      case Condition.Always a -> true;
      default -> false;
    };
  }

  /** Whether it may read a local time, and so needs to know whose clock it is on. */
  private static boolean local(Comparison comparison) {
    return comparison.operator() == Operator.BEFORE || comparison.operator() == Operator.AFTER;
  }
}
