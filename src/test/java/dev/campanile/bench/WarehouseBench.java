package dev.campanile.bench;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.event;
import static dev.campanile.testkit.Samples.state;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.testkit.ABatch;
import dev.campanile.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * How many events per second the warehouse takes, alone: a real PostgreSQL with fsync, batches of
 * 500, one partition per thread, states held in memory as Redis would have them.
 *
 * <p>Each event writes its sighting and its user's clock; a moving one a participation, a
 * transition and an order besides.
 */
public final class WarehouseBench {

  /**
   * Three cells, as a trigger of the seed has; {@code -Dunexplained=true} leaves them out, to see
   * what they cost.
   */
  private static final Explanation WHY =
      new Explanation(
          true,
          Stream.of("productId", "cityId", "price")
              .map(
                  path ->
                      new Explanation.Cell(
                          path + " gte 20",
                          true,
                          List.of(
                              new Explanation.Seen(path, Optional.of(new BigDecimal("120.50")))),
                          List.of()))
              .map(cell -> new Explanation.Row(true, List.of(cell)))
              .toList());

  private static final Optional<Explanation> EXPLAINED =
      Boolean.getBoolean("unexplained") ? Optional.empty() : Optional.of(WHY);

  private static final int BATCH = 500;
  private static final int USERS = 50_000;
  private static final int SECONDS = 8;

  private final TestDatabase database;
  private final DataWarehouse warehouse;
  private final int percentMoving;
  private final boolean cold;

  private WarehouseBench(TestDatabase database, int percentMoving, boolean cold) {
    this.database = database;
    this.warehouse = new PostgresWarehouse(database.dataSource(), new JsonStates());
    this.percentMoving = percentMoving;
    this.cold = cold;
  }

  public static void main(String[] arguments) throws Exception {
    try (var database = TestDatabase.schema("bench")) {
      System.out.println(
          "| threads | moving | states from | events/s | p50 ms | p99 ms | JVM CPU µs | PostgreSQL CPU µs |");
      for (int threads : numbers("threads", "2,4")) {
        for (int moving : numbers("moving", "0,20,100")) {
          database.clear();
          new WarehouseBench(database, moving, false).run(threads);
        }
        database.clear();
        new WarehouseBench(database, 20, true).run(threads);
      }
    }
    System.exit(0); // the services that it started would keep it alive
  }

  private static int[] numbers(String property, String usual) {
    return Stream.of(System.getProperty(property, usual).split(","))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private void run(int threads) throws Exception {
    List<Callable<long[]>> workers = new ArrayList<>();
    for (int partition = 0; partition < threads; partition++) {
      Worker worker = new Worker(partition);
      worker.fill();
      workers.add(worker);
    }
    List<Long> millis = new ArrayList<>();
    long begin = System.nanoTime();
    double engine = engineSeconds();
    double postgres = postgresSeconds();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      for (Future<long[]> worker : executor.invokeAll(workers)) {
        for (long one : worker.get()) {
          millis.add(one);
        }
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    millis.sort(Long::compare);
    double events = (double) millis.size() * BATCH;
    System.out.printf(
        "| %d | %3d %% | %s | %,7.0f | %d | %d | %.0f | %.0f |%n",
        threads,
        percentMoving,
        cold ? "PostgreSQL" : "memory",
        events / seconds,
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 99 / 100),
        (engineSeconds() - engine) / events * 1e6,
        (postgresSeconds() - postgres) / events * 1e6);
  }

  private static double engineSeconds() {
    return cpuSeconds(ProcessHandle.current());
  }

  /** Of all its processes; those of connections live as long as the pool. */
  private double postgresSeconds() throws SQLException {
    double seconds = 0;
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var pids = statement.executeQuery("SELECT pid FROM pg_stat_activity")) {
      while (pids.next()) {
        seconds += ProcessHandle.of(pids.getLong(1)).map(WarehouseBench::cpuSeconds).orElse(0.0);
      }
    }
    return seconds;
  }

  private static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private final class Worker implements Callable<long[]> {

    private final int partition;
    private final Random random;
    private final List<UserState> users = new ArrayList<>();
    private Ownership mine;
    private long events;

    private Worker(int partition) {
      this.partition = partition;
      this.random = new Random(partition);
      this.mine = warehouse.claim(partition, "bench");
    }

    private void fill() {
      for (int from = 0; from < USERS; from += 2 * BATCH) {
        ABatch batch = ABatch.at(mine);
        for (int i = from; i < from + 2 * BATCH; i++) {
          UserId user = new UserId("user-%d-%07d".formatted(partition, i));
          users.add(state(user, 1, run("run-" + user, 1)));
          batch.judged(next(user), users.getLast());
        }
        mine = batch.commit(warehouse);
      }
    }

    @Override
    public long[] call() {
      List<Long> millis = new ArrayList<>();
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        batch();
        millis.add((System.nanoTime() - begin) / 1_000_000);
      }
      return millis.stream().mapToLong(Long::longValue).toArray();
    }

    private void batch() {
      Set<Integer> chosen = new HashSet<>();
      while (chosen.size() < BATCH) {
        chosen.add(random.nextInt(USERS));
      }
      try (var open = warehouse.begin(mine)) {
        ABatch batch = ABatch.at(mine);
        List<Sighting> sightings = new ArrayList<>();
        Map<UserId, UserState> loaded =
            cold
                ? open.load(chosen.stream().map(index -> users.get(index).user()).toList())
                : Map.of();
        for (int index : chosen) {
          UserState before = loaded.getOrDefault(users.get(index).user(), users.get(index));
          Signal.Happened signal = next(before.user());
          var event = signal.event();
          sightings.add(new Sighting(event.user(), event.id(), event.time(), events));
          Step step = random.nextInt(100) < percentMoving ? moved(before) : unmoved(before);
          batch.loaded(before).judged(signal, step);
          users.set(index, step.state());
        }
        open.seen(sightings);
        open.write(batch.writes());
        mine = open.commit();
      }
    }

    private Signal.Happened next(UserId user) {
      Instant time = NOON.plusMillis(++events);
      return event(user, Long.toHexString(random.nextLong()) + events, time);
    }

    private Step unmoved(UserState before) {
      var after = after(before, before.participations().getFirst());
      return ABatch.step(after, List.of(), List.of(), List.of());
    }

    private Step moved(UserState before) {
      Participation run = before.participations().getFirst();
      Participation moved = run(run.id(), run.moves() + 1);
      Fact fact =
          new Fact.Moved(
              WELCOME,
              run.id(),
              "welcome@1/thank-vip",
              Optional.of(run.node()),
              run.node(),
              2,
              NOON,
              Optional.empty(),
              EXPLAINED);
      Order order =
          new Order(
              new OrderKey(run.id(), (int) before.version(), 0),
              before.user(),
              WELCOME,
              new NodeId("thank"),
              new ActionId("push"),
              "push",
              new Attributes(Map.of("title", "A gift", "body", "Hi Anna, use X before Sunday")),
              NOON);
      return ABatch.step(after(before, moved), List.of(order), List.of(fact), List.of());
    }

    private Participation run(String id, int moves) {
      return new Participation(
          id,
          WELCOME,
          Optional.empty(),
          new Attributes(
              Map.of("productId", new BigDecimal("7"), "price", new BigDecimal("20.10"))),
          NOON,
          new NodeId("thank"),
          NOON,
          moves,
          Participation.Status.ACTIVE,
          NOON,
          Set.of(),
          Map.of(
              "count(order.paid)",
              new Measure.Running(moves, BigDecimal.ZERO, Optional.empty(), Optional.empty())),
          Map.of(),
          List.of(),
          Optional.of(NOON.plusMillis(events)),
          Set.of(),
          Optional.empty(),
          new Participation.Ticking(true, true, NOON.minusNanos(1), NOON));
    }

    private UserState after(UserState before, Participation run) {
      return new UserState(
          before.user(),
          before.version() + 1,
          before.profile(),
          Optional.of(NOON.plusMillis(events)),
          NOON.plusMillis(events),
          1,
          List.of(run),
          before.memories(),
          before.whereabouts(),
          before.lifetime(),
          before.contacts());
    }
  }
}
