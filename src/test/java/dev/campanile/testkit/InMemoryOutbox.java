package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.state.Delivery;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An outbox with coupon pools that forgets everything at the end of the test. Thread-safe. */
public final class InMemoryOutbox implements Outbox, CouponPools {

  private enum Status {
    NEW,
    SENT,
    SETTLED,
    PARKED
  }

  private static final class Row {

    private final Order order;
    private final int partition;
    private Status status = Status.NEW;
    private int attempts;
    private Instant nextAttempt;
    private @Nullable Instant firstAttempt;
    private @Nullable Parked parked;
    private @Nullable String waitsFor;
    private @Nullable Settlement settlement;
    private boolean reported;

    Row(int partition, Order order) {
      this.partition = partition;
      this.order = order;
      this.nextAttempt = order.at();
      switch (order.delivery()) {
        case Delivery.Now now -> {}
        case Delivery.Held(Instant until) -> nextAttempt = until;
        case Delivery.Withheld never -> settle(Settlement.of(order, never));
      }
    }

    boolean open() {
      return status == Status.NEW || status == Status.SENT;
    }

    Instant nextAttempt() {
      return nextAttempt;
    }

    void park(Parked how) {
      status = Status.PARKED;
      parked = how;
    }

    void release(Instant now) {
      status = Status.NEW;
      nextAttempt = now;
      parked = null;
      attempts = 0;
      firstAttempt = null;
      waitsFor = null;
    }

    final Settlement settle(Settlement how) {
      status = Status.SETTLED;
      settlement = how;
      waitsFor = null;
      return how;
    }
  }

  private final Map<OrderKey, Row> rows = new LinkedHashMap<>();
  private final Map<String, Map<String, Optional<OrderKey>>> pools = new TreeMap<>();

  /** What the commit of a batch does. */
  public synchronized void commit(int partition, Collection<Order> orders) {
    orders.forEach(order -> rows.put(order.key(), new Row(partition, order)));
  }

  public synchronized Optional<Settlement> settlement(OrderKey order) {
    return Optional.ofNullable(rows.get(order).settlement);
  }

  @Override
  public synchronized Set<String> kinds() {
    return rows.values().stream()
        .filter(Row::open)
        .map(row -> row.order.kind())
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized List<Pending> due(
      String kind,
      Collection<Integer> partitions,
      Instant now,
      int most,
      Collection<OrderKey> underWay) {
    return rows.values().stream()
        .filter(row -> row.open() && row.order.kind().equals(kind))
        .filter(row -> partitions.contains(row.partition) && !row.nextAttempt.isAfter(now))
        .filter(row -> !underWay.contains(row.order.key()))
        .sorted(Comparator.comparing(Row::nextAttempt))
        .limit(most)
        .map(
            row ->
                new Pending(
                    row.order,
                    row.attempts,
                    Optional.ofNullable(row.firstAttempt),
                    row.status == Status.SENT))
        .toList();
  }

  @Override
  public synchronized boolean sending(OrderKey order) {
    Row row = rows.get(order);
    boolean noted = row != null && row.status == Status.NEW;
    if (noted) {
      row.status = Status.SENT;
    }
    return noted;
  }

  @Override
  public synchronized List<Settlement> settle(Collection<Settlement> settlements) {
    List<Settlement> settled = new ArrayList<>();
    for (Settlement settlement : settlements) {
      Row row = rows.get(settlement.order().key());
      if (row != null && row.status != Status.SETTLED) {
        settled.add(row.settle(settlement));
      }
    }
    return settled;
  }

  @Override
  public synchronized List<Settlement> keep(Collection<Order> orders, Instant now) {
    List<Settlement> settled = new ArrayList<>();
    for (Order order : orders) {
      Row row = rows.get(order.key());
      if (row != null && row.open()) {
        issue(row, now).ifPresent(settled::add);
      }
    }
    return settled;
  }

  private Optional<Settlement> issue(Row row, Instant now) {
    String pool = String.valueOf(row.order.parameters().values().get("pool"));
    var free =
        pools.getOrDefault(pool, Map.of()).entrySet().stream()
            .filter(code -> code.getValue().isEmpty())
            .findFirst();
    if (free.isEmpty()) {
      row.park(
          new Parked(
              row.order,
              false,
              "Expected a free code in pool '%s', but there is none.".formatted(pool)));
      row.waitsFor = pool;
      return Optional.empty();
    }
    free.get().setValue(Optional.of(row.order.key()));
    var result = new Attributes(Map.of("code", free.get().getKey(), "pool", pool));
    Instant at = now.isBefore(row.order.at()) ? row.order.at() : now;
    return Optional.of(row.settle(new Settlement(row.order, true, result, at)));
  }

  @Override
  public synchronized void retry(Collection<Retry> retries) {
    for (Retry retry : retries) {
      Row row = rows.get(retry.order());
      if (row != null && row.open()) {
        row.attempts++;
        row.firstAttempt = row.firstAttempt == null ? retry.triedAt() : row.firstAttempt;
        row.nextAttempt = retry.nextAttempt();
        row.status = retry.outcomeOpen() ? Status.SENT : Status.NEW;
      }
    }
  }

  @Override
  public synchronized void park(Collection<Parked> orders) {
    for (Parked parked : orders) {
      Row row = rows.get(parked.order().key());
      if (row != null && row.open()) {
        row.park(parked);
      }
    }
  }

  @Override
  public synchronized List<Parked> parked(int most) {
    return rows.values().stream()
        .filter(row -> row.status == Status.PARKED)
        .sorted(Comparator.comparing(row -> row.order.at()))
        .limit(most)
        .flatMap(row -> Stream.ofNullable(row.parked))
        .toList();
  }

  @Override
  public synchronized int release(Collection<OrderKey> orders, Instant now) {
    List<Row> parked =
        orders.stream()
            .map(rows::get)
            .filter(row -> row != null && row.status == Status.PARKED)
            .toList();
    parked.forEach(row -> row.release(now));
    return parked.size();
  }

  @Override
  public synchronized List<Settlement> unreported(Collection<Integer> partitions, int most) {
    return rows.values().stream()
        .filter(row -> partitions.contains(row.partition) && !row.reported)
        .flatMap(row -> Stream.ofNullable(row.settlement))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void reported(Collection<OrderKey> orders) {
    orders.forEach(order -> rows.get(order).reported = true);
  }

  @Override
  public synchronized Added add(String pool, Collection<String> codes, Instant now) {
    Predicate<String> known =
        code -> pools.values().stream().anyMatch(one -> one.containsKey(code));
    var stock = pools.computeIfAbsent(pool, name -> new LinkedHashMap<>());
    int added = 0;
    for (String code : codes) {
      if (!known.test(code)) {
        stock.put(code, Optional.empty());
        added++;
      }
    }
    takeUpAgain(pool, now);
    return new Added(added, codes.size() - added);
  }

  private void takeUpAgain(String pool, Instant now) {
    rows.values().stream()
        .filter(row -> pool.equals(row.waitsFor))
        .sorted(Comparator.comparing(row -> row.order.at()))
        .limit(stock(pool).map(Stock::free).orElse(0L))
        .toList()
        .forEach(row -> row.release(now));
  }

  @Override
  public synchronized List<Stock> stocks() {
    return pools.entrySet().stream().map(pool -> stock(pool.getKey(), pool.getValue())).toList();
  }

  @Override
  public synchronized Optional<Stock> stock(String pool) {
    return Optional.ofNullable(pools.get(pool)).map(codes -> stock(pool, codes));
  }

  private static Stock stock(String pool, Map<String, Optional<OrderKey>> codes) {
    long issued = codes.values().stream().filter(Optional::isPresent).count();
    return new Stock(pool, codes.size() - issued, issued);
  }

  /** Which order each issued code went to. */
  public synchronized Map<String, OrderKey> issued() {
    Map<String, OrderKey> issued = new HashMap<>();
    pools
        .values()
        .forEach(
            pool -> pool.forEach((code, order) -> order.ifPresent(key -> issued.put(code, key))));
    return issued;
  }
}
