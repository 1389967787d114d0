package dev.campanile.contract;

import static dev.campanile.testkit.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.postgres.PostgresCouponPools;
import dev.campanile.adapter.postgres.PostgresOutbox;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.action.Outbox.Pending;
import dev.campanile.engine.action.Outbox.Settlement;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresOutboxTest extends OutboxContract {

  private static final String COMMIT =
      """
      INSERT INTO orders (partition, log_offset, key, user_id, participation, campaign, version,
        node, action, kind, parameters, ordered_at, next_attempt, held_until,
        status, withheld, settled_at)
      VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?::timestamptz, ?::timestamptz,
        ?, ?, ?::timestamptz)""";

  private static TestDatabase database;

  private final JsonValues codec = new JsonValues();
  private final Outbox outbox = new PostgresOutbox(database.dataSource(), codec);
  private final CouponPools pools = new PostgresCouponPools(database.dataSource(), codec);

  @BeforeAll
  static void connect() {
    database = TestDatabase.schema("outbox_contract");
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Override
  Outbox outbox() {
    return outbox;
  }

  @Override
  CouponPools pools() {
    return pools;
  }

  @Override
  void commit(int partition, Collection<Order> orders) {
    orders.forEach(order -> commit(partition, order));
  }

  private void commit(int partition, Order order) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.prepareStatement(COMMIT)) {
      String at = order.at().toString();
      Optional<String> release =
          order.delivery() instanceof Delivery.Held(var until)
              ? Optional.of(until.toString())
              : Optional.empty();
      Optional<String> withheld =
          order.delivery() instanceof Delivery.Withheld(var cause)
              ? Optional.of(cause.name())
              : Optional.empty();
      List<@Nullable Object> values =
          Arrays.asList(
              partition,
              order.key().toString(),
              order.user().text(),
              order.key().participation(),
              order.campaign().id().text(),
              order.campaign().version(),
              order.node().text(),
              order.action().text(),
              order.kind(),
              codec.encode(order.parameters().values()),
              at,
              release.orElse(at),
              release.orElse(null),
              withheld.isPresent() ? "WITHHELD" : "NEW",
              withheld.orElse(null),
              withheld.map(never -> at).orElse(null));
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void givesWhatTheBatchOfThePartitionCommitted() {
    // given
    var warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    var order = anOrder().of("webhook").with("amount", new BigDecimal("1.50")).build();
    var signal = new Signal.WakeUp(order.user(), order.at());
    var step = ABatch.step(UserState.unknown(order.user()), List.of(order), List.of(), List.of());
    ABatch.at(warehouse.claim(7, "me")).judged(signal, step).commit(warehouse);
    // when
    var later = order.at().plus(Duration.ofDays(100_000));
    var due = outbox.due("webhook", Set.of(7), later, 10, Set.of());
    // then
    assertThat(due).containsExactly(Pending.fresh(order));
  }

  @Test
  void givesNothingBeforeTheStoresOwnTime() {
    // given
    Instant release = anOrder().build().at().plus(Duration.ofDays(100_000));
    commit(1, List.of(anOrder().of("webhook").heldUntil(release).build()));
    // when
    var due = outbox.due("webhook", Set.of(1), release, 10, Set.of());
    // then
    assertThat(due).isEmpty();
  }

  @Test
  void givesHeldAndWithheldOrdersAsTheBatchCommittedThem() {
    // given
    var warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    Instant release = anOrder().build().at().plusSeconds(60);
    var held = anOrder().of("webhook").heldUntil(release).build();
    var capped = anOrder().key("anna-1:1:1").of("webhook").withheld(Delivery.Cause.CAPPED).build();
    var signal = new Signal.WakeUp(held.user(), held.at());
    var orders = List.of(held, capped);
    var step = ABatch.step(UserState.unknown(held.user()), orders, List.of(), List.of());
    // when
    ABatch.at(warehouse.claim(7, "me")).judged(signal, step).commit(warehouse);
    // then
    assertThat(outbox.due("webhook", Set.of(7), release.minusNanos(1000), 10, Set.of())).isEmpty();
    assertThat(outbox.due("webhook", Set.of(7), release, 10, Set.of()))
        .containsExactly(Pending.fresh(held));
    assertThat(outbox.unreported(Set.of(7), 10))
        .containsExactly(
            new Settlement(capped, false, new Attributes(Map.of("reason", "capped")), capped.at()));
  }
}
