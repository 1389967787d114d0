package dev.campanile.bench;

import dev.campanile.testkit.RunningServer;
import dev.campanile.testkit.TestRedis;
import dev.campanile.testkit.TestServices;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;

/**
 * Timers of a live service with everything it stands on: so many users wait, their timers fall due
 * within so much time, and events go on to be judged meanwhile. Tells how late timers fired and how
 * long events took.
 *
 * <p>{@code -Dtimers=100000 -Dwithin=PT1S} are the timers and the time in which they fall due,
 * {@code -Dwaiting=0} how many more wait for later, {@code -Devents=100} the events a second;
 * {@code -Dbefore=0} how many fire in the half minute that ends five seconds before, so that the
 * service is not a cold one. Users are written to PostgreSQL as one that the service has made
 * itself, so none of them is in Redis.
 */
public final class TimersBench {

  private static final int PARTITIONS = 8;
  private static final int CHUNK = 20_000;
  private static final int LATER = 250_000;

  /** Of a user who waits for longer than the bench takes. */
  private static final Instant BEGUN = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private static final Duration WAIT = Duration.ofHours(1);

  private static final Duration WARMING = Duration.ofSeconds(35);

  private static final String CAMPAIGNS =
      """
      {"campaign": "timers",
       "entry": [{"when": [["event begin"]], "to": "wait"}],
       "nodes": {"wait": {}, "done": {}},
       "edges": [{"from": "wait", "to": "done", "when": [["after PT1H"]]}]}""";

  private static final String FILL =
      """
      INSERT INTO %s SELECT row.* FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        AS x (id, participation, partition, begun, due),
      LATERAL jsonb_populate_record(null::%s, replace(replace(replace(replace(replace(?,
        'template', x.id), ?, x.participation), '"partition": %d', '"partition": ' || x.partition),
        '%s', x.begun), '%s', x.due)::jsonb) AS row""";

  private static final String LATER_USERS =
      """
      INSERT INTO user_state (user_id, partition, version, latest, state, profile, memories, lifetime)
      SELECT 'later-' || i, i % 8, t.version, t.latest,
        jsonb_set(t.state, '{participations}', to_jsonb(ARRAY['later-run-' || i])),
        t.profile, t.memories, t.lifetime
      FROM template_user t, generate_series(?, ?) AS i""";

  private static final String LATER_RUNS =
      """
      INSERT INTO participation (id, user_id, partition, campaign, version, key_value, node, status, entered_at,
        since, ended_at, moves, wake_at, live, state)
      SELECT 'later-run-' || i, 'later-' || i, i % 8, t.campaign, t.version, t.key_value, t.node, t.status, t.entered_at,
        t.since, t.ended_at, t.moves, due.at, true,
        t.state || jsonb_build_object('id', 'later-run-' || i,
          'wakeAt', to_char(due.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
      FROM template_run t, generate_series(?, ?) AS i,
      LATERAL (SELECT date_trunc('second', now()) + interval '2 hours' + i / ? * interval '30 days' AS at) due""";

  private static final String HELD =
      """
      SELECT 'PostgreSQL ' || pg_size_pretty(pg_database_size(current_database())) || ': users '
        || pg_size_pretty(pg_total_relation_size('user_state')) || ', participations '
        || pg_size_pretty(pg_total_relation_size('participation')) || ', of which the index of wake-ups '
        || pg_size_pretty(pg_relation_size('participation_wake'))""";

  private static final String TIMERS =
      """
      INSERT INTO timer SELECT * FROM unnest(?::text[], ?::timestamptz[]) AS x (id, due)
      WHERE due >= ?::timestamptz""";

  /**
   * Ledger rows abut, so that the batch of a record is the last one that begins at or before it.
   */
  private static final String LAG =
      """
      WITH moved AS (
        SELECT t.participation, p.due, t.partition, t.log_offset
        FROM transition t JOIN timer p ON p.id = t.participation
        WHERE t.kind = 'MOVED' AND t.to_node = 'done'),
      fired AS (
        SELECT m.participation, extract(epoch FROM l.at - m.due) * 1000 AS lag, l.at, l.batch
        FROM moved m CROSS JOIN LATERAL (
          SELECT b.at, (b.partition, b.from_offset) AS batch FROM batch b
          WHERE b.partition = m.partition AND b.from_offset <= m.log_offset
          ORDER BY b.from_offset DESC LIMIT 1) l)
      SELECT count(*) AS fired, count(*) - count(DISTINCT participation) AS twice,
        count(*) FILTER (WHERE lag < 0) AS early,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY lag) AS p50,
        percentile_cont(0.99) WITHIN GROUP (ORDER BY lag) AS p99, max(lag) AS most,
        extract(epoch FROM max(at) - min(at)) AS took, count(DISTINCT batch) AS batches
      FROM fired""";

  private final RunningServer server;
  private final Connection database;
  private final int timers = Integer.getInteger("timers", 100_000);
  private final int before = Integer.getInteger("before", 0);
  private final int waiting = Integer.getInteger("waiting", 0);
  private final Duration within = Duration.parse(System.getProperty("within", "PT1S"));
  private final int events = Integer.getInteger("events", 100);
  private final List<Long> handled = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
  private final AtomicLong failed = new AtomicLong();

  private TimersBench(RunningServer server, Connection database) {
    this.server = server;
    this.database = database;
  }

  public static void main(String[] arguments) throws Exception {
    TestServices services = TestServices.start();
    Path home = Files.createTempDirectory(Path.of("target"), "timers-bench");
    try (var server = RunningServer.start(home, services.environment());
        var database = DriverManager.getConnection(services.jdbcUrl())) {
      new TimersBench(server, database).run();
    } catch (Exception failure) {
      failure.printStackTrace();
    } finally {
      System.exit(0); // the services that it started would keep it alive
    }
  }

  private void run() throws Exception {
    accepted(server.post("/v1/campaigns", "application/json", CAMPAIGNS));
    accepted(server.post("/v1/events", "application/json", event("begin", "template", BEGUN)));
    Awaitility.await().until(() -> count("SELECT count(*) FROM participation") == 1);
    template();
    for (int from = 0; from < waiting; from += LATER) {
      later(from, Math.min(from + LATER, waiting));
    }
    // Past the next filling of the wheel, which comes once a minute.
    Duration filling = Duration.ofSeconds(90 + (before > 0 ? 25 : 0) + all() / 8_000);
    Instant first = Instant.now().plus(filling).truncatedTo(ChronoUnit.SECONDS);
    fill(first);
    System.out.printf(
        "%,d timers wait, %,d before them, %,d for later; filled %d s before the first is due%n",
        timers, before, waiting, Duration.between(Instant.now(), first).toSeconds());
    probe(first);
    report();
    held("after all have fired");
  }

  private void held(String when) throws SQLException {
    try (TestRedis redis = TestRedis.prefix("campanile")) {
      String memory = redis.send(Request.cmd(Command.INFO).arg("memory")).toString();
      String used =
          memory
              .lines()
              .filter(line -> line.startsWith("used_memory_human"))
              .findFirst()
              .orElse("");
      System.out.printf("held %s: %s; Redis %s%n", when, text(HELD), used);
    }
  }

  private static void accepted(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("Expected to be accepted, but: " + answer.body());
    }
  }

  /** Whose rows all others have; it must not fire itself. */
  private void template() throws SQLException {
    execute("CREATE TABLE timer (id text PRIMARY KEY, due timestamptz)");
    execute("UPDATE participation SET wake_at = NULL, live = false");
    execute("CREATE TABLE template_user AS SELECT * FROM user_state");
    execute("CREATE TABLE template_run AS SELECT * FROM participation");
  }

  /** Those that wait for later, on all partitions, from two hours on over thirty days. */
  private void later(int from, int to) throws SQLException {
    for (String sql : List.of(LATER_USERS, LATER_RUNS)) {
      try (var statement = database.prepareStatement(sql)) {
        statement.setInt(1, from);
        statement.setInt(2, to - 1);
        if (sql.equals(LATER_RUNS)) {
          statement.setDouble(3, waiting);
        }
        statement.executeUpdate();
      }
    }
  }

  private void fill(Instant first) throws SQLException {
    String participation = text("SELECT id FROM template_run");
    String user = text("SELECT to_jsonb(u)::text FROM template_user u");
    String run = text("SELECT (to_jsonb(p) || '{\"live\": true}')::text FROM template_run p");
    String due = text("SELECT state->>'wakeAt' FROM template_run").replace("Z", "+00:00");
    run = run.replace("\"wake_at\": null", "\"wake_at\": \"" + due + "\"");
    int partition = (int) count("SELECT partition FROM template_user");
    for (int from = 0; from < all(); from += CHUNK) {
      Object[] rows = rows(from, Math.min(from + CHUNK, all()), first);
      insert("user_state", partition, rows, user, participation);
      insert("participation", partition, rows, run, participation);
      insert(TIMERS, rows[1], rows[5], first.toString());
    }
    execute("ANALYZE");
  }

  /** Ids, participations, partitions, beginnings and dues as texts without and with a zone. */
  private Object[] rows(int from, int to, Instant first) throws SQLException {
    String[][] rows = new String[6][to - from];
    for (int i = from; i < to; i++) {
      Instant due = due(i, first);
      String id = "u%08d".formatted(i);
      rows[0][i - from] = id;
      rows[1][i - from] = "00000000-0000-0000-0000-%012d".formatted(i);
      rows[2][i - from] = "" + partition(id);
      rows[3][i - from] = bare(due.minus(WAIT));
      rows[4][i - from] = bare(due);
      rows[5][i - from] = due.toString();
    }
    Object[] arrays = new Object[6];
    for (int column = 0; column < 6; column++) {
      arrays[column] = database.createArrayOf("text", rows[column]);
    }
    return arrays;
  }

  private int all() {
    return timers + before;
  }

  /** The timers, then those before. */
  private Instant due(int i, Instant first) {
    if (i < timers) {
      return first.plus(within.multipliedBy(i).dividedBy(timers));
    }
    return first
        .minus(WARMING)
        .plus(Duration.ofSeconds(30).multipliedBy(i - timers).dividedBy(before));
  }

  private static String bare(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString().replace("Z", "");
  }

  private static int partition(String user) {
    return Utils.toPositive(Utils.murmur2(user.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
  }

  private void insert(
      String table, int partition, Object[] rows, String template, String participation)
      throws SQLException {
    insert(
        FILL.formatted(table, table, partition, bare(BEGUN), bare(BEGUN.plus(WAIT))),
        rows[0],
        rows[1],
        rows[2],
        rows[3],
        rows[4],
        template,
        participation);
  }

  private void insert(String sql, Object... parameters) throws SQLException {
    try (var statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Sends events at a steady rate until all timers have fired, and takes their time. */
  private void probe(Instant first) throws InterruptedException, SQLException {
    try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var number = new AtomicLong();
      clock.scheduleAtFixedRate(
          () -> senders.execute(() -> ask(number.incrementAndGet(), first)),
          0,
          1_000_000 / events,
          TimeUnit.MICROSECONDS);
      Awaitility.await().forever().until(() -> Instant.now().isAfter(first.minusSeconds(2)));
      held("before the first is due");
      Awaitility.await()
          .atMost(Duration.ofHours(2))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> Instant.now().isAfter(first) && fired() >= timers + before);
      System.out.println("all have fired");
      clock.shutdown();
    }
  }

  private long fired() throws SQLException {
    return count("SELECT coalesce(sum(n_moves), 0) FROM ledger") - 1;
  }

  private void ask(long number, Instant first) {
    Instant now = Instant.now();
    long begin = System.nanoTime();
    try {
      String body = event("look", "probe-" + number % 1000, now);
      int status = server.post("/v1/decisions", "application/json", body).statusCode();
      long took = System.nanoTime() - begin;
      if (status != 200) {
        statuses.merge(status, 1, Integer::sum);
        failed.incrementAndGet();
      } else if (now.isAfter(first)) {
        synchronized (handled) {
          handled.add(took / 1_000_000);
        }
      }
    } catch (IOException broken) {
      failed.incrementAndGet();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void report() throws SQLException {
    execute("CREATE TABLE batch AS SELECT partition, from_offset, at FROM ledger");
    execute("ALTER TABLE batch ADD PRIMARY KEY (partition, from_offset)");
    execute("ANALYZE");
    try (var statement = database.createStatement();
        ResultSet row = statement.executeQuery(LAG)) {
      row.next();
      System.out.printf(
          "timers: %,d fired in %.1f s by %,d batches, %d early, %d twice; late by p50 %.0f, p99 %.0f, max %.0f ms%n",
          row.getLong("fired"),
          row.getDouble("took"),
          row.getLong("batches"),
          row.getLong("early"),
          row.getLong("twice"),
          row.getDouble("p50"),
          row.getDouble("p99"),
          row.getDouble("most"));
    }
    long[] sorted = handled.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "events meanwhile: %,d judged, %d failed %s; p50 %d, p99 %d, max %d ms%n",
        sorted.length,
        failed.get(),
        statuses,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1]);
  }

  private static String event(String type, String user, Instant time) {
    return "{\"id\": \"%s\", \"type\": \"%s\", \"user\": \"%s\", \"time\": \"%s\"}"
        .formatted(UUID.randomUUID(), type, user, time);
  }

  private long count(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (var statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
