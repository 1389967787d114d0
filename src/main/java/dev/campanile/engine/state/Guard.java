package dev.campanile.engine.state;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Deadline;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Scene;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trigger in its place: the rule that judges it, where it leads, and what it listens to.
 *
 * @param rule its name in the rules, {@code campaign@version/edge}
 * @param at the place that its moments are at
 * @param to the node that a user goes to when it holds
 * @param types the types of event at which it is judged
 * @param roams whether it is judged at every event that carries a position
 * @param settling the actions at whose settling it is judged
 * @param tallies what must be counted for it
 * @param latching the happenings that stay true once they occurred
 * @param deadlines what falls due while one waits
 * @param recurring what time brings again and again: the ticks of cron, and openings
 * @param profile the attributes of the profile that it looks at
 * @param splits the parts of all users that its splits take
 * @param leaving the windows that events leave
 * @param array its cells by row, where several events make it hold; else empty
 * @param opening the events that alone can make it hold, where it is an entry without memory
 */
public record Guard(
    String rule,
    String at,
    NodeId to,
    Trigger trigger,
    Set<String> types,
    boolean roams,
    Set<ActionId> settling,
    List<Named<Tally>> tallies,
    List<Named<Happening>> latching,
    List<Named<Deadline>> deadlines,
    List<Named<Condition>> recurring,
    Set<Path> profile,
    Splits splits,
    List<Leaving> leaving,
    List<List<Named<Condition>>> array,
    Optional<Opening> opening) {

  /**
   * The guard of an edge.
   *
   * @param splitsBegin where the splits of the guards ranked above it have ended, in percent
   */
  public static Guard ofEdge(
      String rule, String at, NodeId to, Trigger trigger, BigDecimal splitsBegin) {
    return of(rule, at, to, trigger, splitsBegin, Optional.empty());
  }

  /**
   * @param before where it is judged unless one moment serves all entries like it
   */
  static Guard ofEntry(String rule, String before, NodeId to, Trigger trigger) {
    Optional<Opening> opening = Opening.of(trigger);
    String at = opening.map(Opening::place).orElse(before);
    return of(rule, at, to, trigger, BigDecimal.ZERO, opening);
  }

  /** The way in of a launch: it needs no trigger, for it holds for whomever it reaches. */
  static Guard ofLaunch(String rule, NodeId to) {
    Trigger always = Trigger.of(new Expression.Leaf<>(new Condition.Always()));
    return of(rule, rule, to, always, BigDecimal.ZERO, Optional.empty());
  }

  /**
   * The guard of a goal or an exit, which leads nowhere.
   *
   * @param name what it is called, in place of a node that it leads to
   */
  static Guard beside(CampaignKey campaign, String name, Trigger trigger) {
    return of(
        campaign + "/" + name,
        Moment.beside(campaign),
        new NodeId(name),
        trigger.sinceEntry(),
        BigDecimal.ZERO,
        Optional.empty());
  }

  private static Guard of(
      String rule,
      String at,
      NodeId to,
      Trigger trigger,
      BigDecimal splitsBegin,
      Optional<Opening> opening) {
    List<Tally> tallies =
        conditions(trigger, Aggregate.class).map(Aggregate::tally).distinct().toList();
    Stream<String> occurring = conditions(trigger, Occurs.class).map(Occurs::type);
    Stream<String> counted = tallies.stream().map(Tally::type);
    boolean roams = cells(trigger).map(Cell::condition).anyMatch(Guard::roams);
    return new Guard(
        rule,
        at,
        to,
        trigger,
        Stream.concat(occurring, counted).collect(Collectors.toUnmodifiableSet()),
        roams,
        conditions(trigger, Condition.Settled.class)
            .map(Condition.Settled::action)
            .collect(Collectors.toUnmodifiableSet()),
        tallies.stream().map(tally -> new Named<>(Lexicon.nameOf(tally), tally)).toList(),
        latching(trigger).map(Guard::named).toList(),
        conditions(trigger, Deadline.class).distinct().map(Guard::named).toList(),
        conditions(trigger, Condition.class)
            .filter(Guard::recurs)
            .distinct()
            .map(Guard::named)
            .toList(),
        conditions(trigger, Condition.Profile.class)
            .flatMap(profile -> read(profile.comparison()))
            .collect(Collectors.toUnmodifiableSet()),
        Splits.of(trigger, splitsBegin),
        Leaving.of(trigger, roams),
        Progress.arrayOf(trigger),
        opening);
  }

  /**
   * Whether it may hold at an occasion, cause or no cause: where a whole row asks for happenings
   * that do not last, one of them must occur.
   */
  boolean mayHold(Occasion occasion) {
    return trigger.cells().holds(cell -> cell.latches() || mayHold(cell.condition(), occasion));
  }

  private static boolean mayHold(Condition condition, Occasion occasion) {
    return switch (condition) {
      case Occurs occurs ->
          occasion instanceof Occasion.Happened happened
              && happened.event().type().equals(occurs.type());
      case Condition.Enters e -> occasion.positioned();
      case Condition.Exits e -> occasion.positioned();
      case Condition.Settled settled ->
          occasion instanceof Occasion.Settled(ActionId action, boolean succeeded)
              && action.equals(settled.action());
      case Condition.Cron c -> true;
      case Deadline d -> true;
      case Condition.Standing s -> true;
    };
  }

  /**
   * Whether what happens gives cause to judge it: an event of the right type is not yet one of its
   * happenings. Where nothing happens, the cause is known elsewhere.
   */
  boolean heeds(Scene scene) {
    return scene.occasion().timely()
        || cells(trigger).anyMatch(cell -> heeds(cell.condition(), scene));
  }

  private static boolean heeds(Condition condition, Scene scene) {
    return switch (condition) {
      case Happening happening -> scene.occurs(happening);
      case Aggregate aggregate ->
          scene
              .occasion()
              .happened()
              .filter(event -> event.type().equals(aggregate.tally().type()))
              .isPresent();
      case Condition.Inside inside ->
          scene.occasion() instanceof Occasion.Happened happened && happened.at().isPresent();
      default -> false;
    };
  }

  /** Whether an event may give cause to judge it. */
  boolean heeds(Event event, boolean positioned) {
    return types.contains(event.type()) || roams && positioned;
  }

  /** Whether time alone may make it hold. */
  boolean timed() {
    return !deadlines.isEmpty() || !recurring.isEmpty() || !leaving.isEmpty();
  }

  /** The next instant after another at which an event leaves a window; as {@link Leaving#next}. */
  Optional<Instant> nextLeave(
      Map<String, Measure> measures, Instant after, ZoneId zone, boolean any) {
    return leaving.stream()
        .flatMap(window -> window.next(measures, after, zone, any).stream())
        .min(Instant::compareTo);
  }

  private static Stream<Happening> latching(Trigger trigger) {
    return cells(trigger)
        .filter(Cell::latches)
        .map(Cell::condition)
        .map(Happening.class::cast)
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

  private static <T extends Condition> Named<T> named(T condition) {
    return new Named<>(Lexicon.nameOf(condition), condition);
  }

  private static boolean recurs(Condition condition) {
    return condition instanceof Condition.Cron || condition instanceof Condition.During;
  }

  /** Whether a position may change its truth at once. */
  private static boolean roams(Condition condition) {
    return condition instanceof Condition.Enters
        || condition instanceof Condition.Exits
        || condition instanceof Condition.Inside;
  }

  static Stream<Cell> cells(Trigger trigger) {
    return trigger.cells().rows().stream().flatMap(List::stream);
  }

  private static <T> Stream<T> conditions(Trigger trigger, Class<T> kind) {
    return cells(trigger).map(Cell::condition).filter(kind::isInstance).map(kind::cast);
  }
}
