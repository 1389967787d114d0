package dev.campanile.engine.state;

import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Keeps what a step has ordered within the frequency caps: instant by instant, the campaign with
 * the higher priority first, then as ordered.
 */
final class Arbitration {

  private final Caps caps;
  private final Function<Order, Machine> machines;
  private final Function<Machine, ZoneId> zones;
  private final List<Contact> contacts;

  /**
   * @param contacts what counts already
   * @param zones the user's clock
   */
  Arbitration(
      Caps caps,
      List<Contact> contacts,
      Function<Order, Machine> machines,
      Function<Machine, ZoneId> zones) {
    this.caps = caps;
    this.contacts = new ArrayList<>(contacts);
    this.machines = machines;
    this.zones = zones;
  }

  /** The orders as they are to be delivered, in their own order. */
  List<Order> of(List<Order> orders) {
    if (caps.caps().isEmpty()) {
      return orders;
    }
    List<Order> decided = new ArrayList<>(orders);
    IntStream.range(0, orders.size())
        .boxed()
        .sorted(
            Comparator.<Integer, Instant>comparing(i -> orders.get(i).at())
                .thenComparing(i -> -machines.apply(orders.get(i)).graph().priority()))
        .forEach(i -> decided.set(i, decide(orders.get(i))));
    return decided;
  }

  /** What counts from now on, of the past as much as a cap may still count. */
  List<Contact> contacts(Instant now) {
    contacts.removeIf(contact -> caps.caps().stream().noneMatch(cap -> keeps(cap, contact, now)));
    return contacts;
  }

  private static boolean keeps(Cap cap, Contact contact, Instant now) {
    return contact.subjects().contains(cap.subject())
        && Periods.mayCount(cap.per(), contact.at(), now);
  }

  private Order decide(Order order) {
    Machine machine = machines.apply(order);
    Set<String> subjects = caps.subjects(order.kind(), machine.graph().tags());
    if (subjects.isEmpty() || order.delivery() instanceof Delivery.Withheld) {
      return order;
    }
    ZoneId zone = zones.apply(machine);
    boolean full =
        caps.caps().stream()
            .filter(cap -> subjects.contains(cap.subject()))
            .anyMatch(cap -> isFull(cap, order.at(), zone));
    if (full) {
      return order.delivered(new Delivery.Withheld(Delivery.Cause.CAPPED));
    }
    contacts.add(new Contact(order.key(), subjects, order.at()));
    return order;
  }

  private boolean isFull(Cap cap, Instant now, ZoneId zone) {
    return contacts.stream()
            .filter(contact -> contact.subjects().contains(cap.subject()))
            .filter(contact -> Periods.counts(cap.per(), contact.at(), now, zone))
            .count()
        >= cap.count();
  }
}
