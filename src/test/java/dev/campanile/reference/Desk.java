package dev.campanile.reference;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.QuietHours;
import dev.campanile.campaign.QuietHours.Then;
import dev.campanile.campaign.UserId;
import dev.campanile.reference.Occasion.Settlement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where orders are dated, held, withheld, and settle. "Precedence: control, then quiet drop, then
 * caps; a held message is capped at ordering time."
 */
final class Desk {

  /** An order, and the actions of its node that wait for it. */
  private record Wish(Run run, Node node, Action action, List<Action> rest, Occasion now) {

    private int priority() {
      return run.campaign().priority();
    }

    private List<String> tags() {
      return run.campaign().tags();
    }
  }

  private record Pending(Wish wish, Optional<String> withheld) {}

  /** An order that has settled, and the actions that waited for it. */
  record Settled(Settlement settlement, Node node, List<Action> rest, Instant ordered) {}

  private final UserId user;
  private final List<Cap> caps;
  private final List<Wish> wishes = new ArrayList<>();
  private final List<Wish> contacts = new ArrayList<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  Desk(UserId user, List<Cap> caps) {
    this.user = user;
    this.caps = caps;
  }

  /** The first of some actions is to be done; the rest wait for it. */
  void order(Run run, Node node, List<Action> actions, Occasion now) {
    if (!actions.isEmpty()) {
      wishes.add(new Wish(run, node, actions.getFirst(), actions.subList(1, actions.size()), now));
    }
  }

  /**
   * "Within one step the orders of one instant are arbitrated together at the end of the step:
   * higher campaign priority first, then as ordered."
   */
  List<Step> close() {
    Map<Wish, Optional<String>> withheld = new IdentityHashMap<>();
    wishes.stream()
        .sorted(Comparator.comparingInt(Wish::priority).reversed())
        .forEach(wish -> withheld.put(wish, withheld(wish)));
    List<Step> orders = new ArrayList<>();
    for (Wish wish : wishes) {
      pending.add(new Pending(wish, withheld.get(wish)));
      orders.add(ordered(wish, withheld.get(wish)));
    }
    wishes.clear();
    return orders;
  }

  private Step ordered(Wish wish, Optional<String> withheld) {
    return new Step.Ordered(
        wish.run().campaign().id().text(),
        wish.run().number(),
        wish.node().id().text(),
        wish.action().id().text(),
        wish.now().at(),
        withheld.isPresent() ? Optional.empty() : quietUntil(wish),
        withheld);
  }

  private Optional<String> withheld(Wish wish) {
    if (Splits.inControlGroup(wish.run().campaign(), user)) {
      return Optional.of("CONTROL");
    }
    boolean drops =
        wish.run().campaign().quietHours().filter(q -> q.then() == Then.DROP).isPresent();
    if (drops && quietUntil(wish).isPresent()) {
      return Optional.of("QUIET");
    }
    if (caps.stream().anyMatch(cap -> isFull(cap, wish))) {
      return Optional.of("CAPPED");
    }
    contacts.add(wish);
    return Optional.empty();
  }

  /** "Held until the next instant at which quiet hours are not on"; they concern messages only. */
  private Optional<Instant> quietUntil(Wish wish) {
    return wish.run()
        .campaign()
        .quietHours()
        .filter(quiet -> isMessage(wish.action().kind()))
        .flatMap(quiet -> on(quiet, wish))
        .map(Clock.Interval::closes);
  }

  private static Optional<Clock.Interval> on(QuietHours quiet, Wish wish) {
    return Clock.of(quiet.clock(), wish.run().campaign().schedule(), wish.now().profile())
        .on(quiet.from(), quiet.to(), Set.of(), wish.now().at());
  }

  private boolean isFull(Cap cap, Wish wish) {
    return concerns(cap, wish)
        && contacts.stream()
                .filter(contact -> concerns(cap, contact))
                .filter(contact -> counts(cap.per(), contact.now().at(), wish))
                .count()
            >= cap.count();
  }

  /**
   * "A cap may name channel, tag or both (both must match)"; "tag caps concern messages only; a
   * channel cap concerns its kind".
   */
  private static boolean concerns(Cap cap, Wish wish) {
    String kind = wish.action().kind();
    boolean byTag = cap.tag().map(tag -> wish.tags().contains(tag) && isMessage(kind)).orElse(true);
    return byTag && cap.channel().map(kind::equals).orElse(true);
  }

  /** "Messages are every kind but rewards (coupon, prize, discount, grant)." */
  private static boolean isMessage(String kind) {
    return !List.of("coupon", "prize", "discount", "grant").contains(kind);
  }

  /** "Per day, week, month in the user's zone, or a sliding duration (t-D, t]". */
  private static boolean counts(Per per, Instant contact, Wish wish) {
    ZoneId zone = Calendar.zone(wish.now().profile(), wish.run().campaign().schedule());
    Instant now = wish.now().at();
    return switch (per) {
      case Per.Sliding(var span) -> Calendar.within(contact, now, span, zone);
      case Per.Calendar(var unit) -> Calendar.samePeriod(contact, now, unit, zone);
      case Per.All all -> throw new IllegalStateException("Expected a period.");
    };
  }

  /**
   * Actions settle "at the order's instant", those of the kind {@code broken} as failed. "A message
   * that finally failed gives its place back."
   */
  Optional<Settled> settle(Instant before) {
    if (pending.isEmpty() || !pending.getFirst().wish().now().at().isBefore(before)) {
      return Optional.empty();
    }
    Pending order = pending.removeFirst();
    Wish wish = order.wish();
    boolean succeeded =
        order.withheld().map("CONTROL"::equals).orElse(!wish.action().kind().equals("broken"));
    if (!succeeded) {
      contacts.removeIf(contact -> contact == wish);
    }
    var settlement =
        new Settlement(wish.run(), wish.action().id(), succeeded, answer(order.withheld(), wish));
    return Optional.of(new Settled(settlement, wish.node(), wish.rest(), wish.now().at()));
  }

  /**
   * Control: "as succeeded with no result"; "quiet or capped settles at once as failed with result
   * {reason: quiet|capped}".
   */
  private static Attributes answer(Optional<String> withheld, Wish wish) {
    return switch (withheld.orElse("")) {
      case "" -> new Attributes(Map.of("code", "C-" + wish.action().id()));
      case "CONTROL" -> Attributes.NONE;
      case "QUIET" -> new Attributes(Map.of("reason", "quiet"));
      default -> new Attributes(Map.of("reason", "capped"));
    };
  }
}
