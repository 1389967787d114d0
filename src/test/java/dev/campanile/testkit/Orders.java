package dev.campanile.testkit;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Orders that speak: {@code anOrder().of("webhook").with("url", there).build()}. */
public final class Orders {

  private OrderKey key = new OrderKey("anna-1", 1, 0);
  private String kind = "log";
  private Attributes parameters = Attributes.NONE;
  private Delivery delivery = Delivery.NOW;
  private Instant at = Instant.parse("2026-07-01T12:00:00Z");

  private Orders() {}

  public static Orders anOrder() {
    return new Orders();
  }

  /** So many orders that differ in their participations. */
  public static List<Order> orders(int count, String kind, Map<String, Object> parameters) {
    return IntStream.range(0, count)
        .mapToObj(i -> anOrder().key("p-%04d:1:0".formatted(i)).of(kind).with(parameters).build())
        .toList();
  }

  public Orders key(String text) {
    key = OrderKey.parse(text);
    return this;
  }

  public Orders of(String channel) {
    kind = channel;
    return this;
  }

  public Orders with(String name, Object value) {
    parameters = parameters.with(Map.of(name, value));
    return this;
  }

  public Orders with(Map<String, Object> values) {
    parameters = parameters.with(values);
    return this;
  }

  public Orders at(Instant instant) {
    at = instant;
    return this;
  }

  public Orders heldUntil(Instant release) {
    delivery = new Delivery.Held(release);
    return this;
  }

  public Orders withheld(Delivery.Cause cause) {
    delivery = new Delivery.Withheld(cause);
    return this;
  }

  public Order build() {
    return new Order(
        key,
        new UserId("anna"),
        new CampaignKey(new CampaignId("welcome"), 1),
        new NodeId("thank"),
        new ActionId("gift"),
        kind,
        parameters,
        at,
        delivery);
  }
}
