package dev.campanile.testkit;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Position;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Contact;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Participation.Dispatch;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.state.Reached;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.state.Whereabouts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** States and signals for tests of stores, which do not mind what they mean. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  public static final CampaignKey WELCOME = CampaignKey.parse("welcome@1");
  public static final CampaignKey SPRING = CampaignKey.parse("spring@7");

  private static final BigDecimal HUGE = new BigDecimal("9".repeat(120) + "." + "1".repeat(60));

  private Samples() {}

  /** A participation that waits at a node, for a time where one is given. */
  public static Participation waiting(String id, CampaignKey campaign, Optional<Instant> wakeAt) {
    return participation(id, campaign, Status.ACTIVE, Map.of(), wakeAt);
  }

  public static Participation ended(Participation one) {
    return participation(
        one.id(), one.campaign(), Status.COMPLETED, one.measures(), Optional.empty());
  }

  public static UserState state(UserId user, long version, Participation... participations) {
    return new UserState(
        user,
        version,
        Attributes.NONE,
        Optional.of(NOON),
        NOON,
        participations.length,
        List.of(participations),
        Map.of(),
        Whereabouts.UNKNOWN,
        Map.of(),
        List.of());
  }

  /** Whatever a state can hold, down to the nanosecond and the hundredth digit. */
  public static UserState full(UserId user, long version) {
    Instant exact = NOON.plusNanos(123_456_789);
    Map<String, Measure> measures = measures(exact);
    return new UserState(
        user,
        version,
        profile(),
        Optional.of(exact),
        exact.plusNanos(1),
        3,
        List.of(
            participation(
                "z-first", SPRING, Status.ACTIVE, measures, Optional.of(exact.plusSeconds(60))),
            participation("a-second", WELCOME, Status.COMPLETED, Map.of(), Optional.empty())),
        Map.of(
            WELCOME.id(),
            new Memory(
                List.of(new Memory.Mark(exact, ""), new Memory.Mark(exact, "ключ 🔑")),
                Map.of("", exact, "order \"7\"", exact.plusNanos(1)),
                Set.of("event x where a eq 'b'"),
                measures,
                exact,
                Optional.of(exact.plusNanos(1)),
                7,
                new Reached(
                    Map.of("entry-2", exact), Map.of("date user.x", exact), Optional.of(exact))),
            new CampaignId("empty"),
            Memory.NOTHING),
        new Whereabouts(
            Optional.of(new Whereabouts.Seen(new Position(31.23, -121.47), exact)),
            Map.of("inside 31.23 -121.47 2km", exact.plusNanos(1))),
        measures,
        List.of(new Contact(new OrderKey("p-1", 1, 0), Set.of("sms", "#promo"), exact)));
  }

  public static Signal.Happened event(UserId user, String id, Instant time) {
    return new Signal.Happened(
        new Event(new EventId("shop", id), "order.paid", user, time, Attributes.NONE));
  }

  public static Order order(UserId user, OrderKey key) {
    return new Order(
        key, user, WELCOME, new NodeId("thank"), new ActionId("push"), "push", profile(), NOON);
  }

  private static Participation participation(
      String id,
      CampaignKey campaign,
      Status status,
      Map<String, Measure> measures,
      Optional<Instant> wakeAt) {
    return new Participation(
        id,
        campaign,
        measures.isEmpty() ? Optional.empty() : Optional.of("7 \"🔑\""),
        profile(),
        NOON,
        new NodeId("thank"),
        NOON.plusNanos(1),
        2,
        status,
        NOON.plusNanos(2),
        Set.of("event a", "event b where [[c eq 'd']]"),
        measures,
        Map.of("gift", profile(), "push", Attributes.NONE),
        List.of(new Dispatch(1, new NodeId("thank"), 0, profile())),
        wakeAt,
        measures.isEmpty() ? Set.of() : Set.of("event 'c'"),
        measures.isEmpty() ? Optional.empty() : Optional.of(NOON.plusNanos(3)),
        new Participation.Ticking(
            measures.isEmpty(), !measures.isEmpty(), NOON.plusNanos(4), NOON.plusNanos(5)));
  }

  private static Attributes profile() {
    return new Attributes(
        Map.of(
            "name",
            "Änna \"😀\" \\ \n {}",
            "empty",
            "",
            "vip",
            true,
            "price",
            new BigDecimal("20.10"),
            "huge",
            HUGE,
            "nested",
            Map.of("list", List.of("a", new BigDecimal("0.0000001"), false))));
  }

  private static Map<String, Measure> measures(Instant exact) {
    return Map.of(
        "count(a)", new Measure.Running(0, BigDecimal.ZERO, Optional.empty(), Optional.empty()),
        "sum(x of a)",
            new Measure.Running(
                3, HUGE, Optional.of(HUGE.negate()), Optional.of(new BigDecimal("1.50"))),
        "distinct(x of a)", new Measure.Distinct(List.of("n1", "s\"ü\"")),
        "distinct(y of a)", new Measure.Distinct(List.of()),
        "count(b) within P7D",
            new Measure.Window(
                List.of(
                    new Measure.Sample(exact, true),
                    new Measure.Sample(exact, new BigDecimal("1.0")),
                    new Measure.Sample(exact, "text"))),
        "count(c) within P7D", new Measure.Window(List.of()));
  }
}
