package dev.campanile.engine.state;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.engine.rule.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trigger in its place: the rule that judges it, where it leads, and what it listens to.
 *
 * @param rule its name in the rules, {@code campaign@version/edge}
 * @param at the place that its moments are at
 * @param to the node that a user goes to when it holds
 * @param types the types of event at which it is judged
 * @param tallies what must be counted for it
 * @param latching the happenings that stay true once they occurred
 * @param deadlines what falls due while one waits
 * @param profile the attributes of the profile that it looks at
 */
public record Guard(
    String rule,
    String at,
    NodeId to,
    Trigger trigger,
    Set<String> types,
    List<Named<Tally>> tallies,
    List<Named<Occurs>> latching,
    List<Named<Deadline>> deadlines,
    Set<Path> profile) {

  public static Guard of(String rule, String at, NodeId to, Trigger trigger) {
    List<Tally> tallies =
        conditions(trigger, Aggregate.class).map(Aggregate::tally).distinct().toList();
    Stream<String> occurring = conditions(trigger, Occurs.class).map(Occurs::type);
    Stream<String> counted = tallies.stream().map(Tally::type);
    return new Guard(
        rule,
        at,
        to,
        trigger,
        Stream.concat(occurring, counted).collect(Collectors.toUnmodifiableSet()),
        tallies.stream().map(tally -> new Named<>(Lexicon.nameOf(tally), tally)).toList(),
        latching(trigger).map(occurs -> new Named<>(Lexicon.nameOf(occurs), occurs)).toList(),
        conditions(trigger, Deadline.class).distinct().map(Guard::named).toList(),
        conditions(trigger, Condition.Profile.class)
            .flatMap(profile -> read(profile.comparison()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The type of event that alone can open this entry, where all it asks for is that event and the
   * profile: such entries of all campaigns are judged by one moment. Empty where the entry needs
   * memory, or can hold without an event.
   */
  static Optional<String> soleOpener(Trigger trigger) {
    Set<String> types =
        conditions(trigger, Occurs.class).map(Occurs::type).collect(Collectors.toSet());
    boolean stateless = cells(trigger).allMatch(Guard::stateless);
    boolean needsEvent =
        trigger.cells().rows().stream().anyMatch(row -> row.stream().allMatch(is(Happening.class)));
    return stateless && needsEvent && types.size() == 1
        ? types.stream().findAny()
        : Optional.empty();
  }

  private static Stream<Occurs> latching(Trigger trigger) {
    return cells(trigger)
        .filter(Cell::latches)
        .map(Cell::condition)
        .map(Occurs.class::cast)
        .distinct();
  }

  /** Also what it is compared with may stand in the profile. */
  private static Stream<Path> read(Comparison comparison) {
    Stream<Operand> operands =
        comparison.operand() instanceof Operand.Several several
            ? several.values().stream()
            : Stream.of(comparison.operand());
    Stream<Path> references =
        operands
            .filter(Operand.Reference.class::isInstance)
            .map(Operand.Reference.class::cast)
            .filter(reference -> reference.scope().equals("user"))
            .map(Operand.Reference::path);
    return Stream.concat(Stream.of(comparison.path()), references);
  }

  private static Named<Deadline> named(Deadline deadline) {
    return new Named<>(Lexicon.nameOf(deadline), deadline);
  }

  private static boolean stateless(Cell cell) {
    return switch (cell.condition()) {
      case Occurs o ->
          !cell.latches()
              && o.where().rows().stream().flatMap(List::stream).noneMatch(Guard::local);
      case Condition.Profile p -> !local(p.comparison());
      case Condition.Always a -> true;
      default -> false;
    };
  }

  /** Whether it may read a local time, and so needs to know whose clock it is on. */
  private static boolean local(Comparison comparison) {
    return comparison.operator() == Operator.BEFORE || comparison.operator() == Operator.AFTER;
  }

  private static Predicate<Cell> is(Class<? extends Condition> kind) {
    return cell -> kind.isInstance(cell.condition());
  }

  static Stream<Cell> cells(Trigger trigger) {
    return trigger.cells().rows().stream().flatMap(List::stream);
  }

  private static <T> Stream<T> conditions(Trigger trigger, Class<T> kind) {
    return cells(trigger).map(Cell::condition).filter(kind::isInstance).map(kind::cast);
  }
}
