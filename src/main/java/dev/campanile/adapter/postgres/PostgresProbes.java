package dev.campanile.adapter.postgres;

import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.Probe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * How PostgreSQL is, and what it knows of the wheel, the outbox and the walks. Backlogs are counted
 * up to a bound: beyond it, how many there are makes no difference. Thread-safe.
 */
public final class PostgresProbes {

  private static final int MOST = 10_000;

  /** Time Control sweeps every ten seconds: what is later than this is late. */
  private static final int LATE_SECONDS = 60;

  private static final String ITSELF =
      """
      SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
        (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections""";

  private static final String WHEEL =
      """
      SELECT count(*) AS overdue, coalesce(extract(epoch FROM now() - min(wake_at)), 0)::bigint AS seconds FROM (
        (SELECT p.wake_at FROM participation p JOIN campaign c ON c.id = p.campaign AND c.status = 'RUNNING'
          WHERE p.live AND p.wake_at <= now() LIMIT ?)
        UNION ALL
        (SELECT e.wake_at FROM entry_wake e JOIN campaign c ON c.id = e.campaign AND c.status = 'RUNNING'
          WHERE e.wake_at <= now() LIMIT ?)) AS due""";

  private static final String OUTBOX =
      """
      SELECT count(*) FILTER (WHERE due) AS due, count(*) FILTER (WHERE NOT due) AS later,
        coalesce(extract(epoch FROM now() - min(next_attempt) FILTER (WHERE due)), 0)::bigint AS seconds,
        (SELECT count(*) FROM (SELECT FROM orders WHERE status IN ('UNKNOWN', 'PARKED') LIMIT ?) AS aside) AS aside
      FROM (SELECT next_attempt, next_attempt <= now() AS due FROM orders
        WHERE status IN ('NEW', 'SENT') LIMIT ?) AS waiting""";

  private static final String WALKS =
      """
      SELECT count(*) AS walking,
        coalesce(extract(epoch FROM now() - min(greatest(changed_at, resumes_at))), 0)::bigint AS seconds
      FROM user_walk WHERE state = 'WALKING'""";

  private final DataSource dataSource;

  public PostgresProbes(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public List<Probe> all() {
    return List.of(
        probe("postgresql", () -> first(ITSELF, PostgresProbes::itself)),
        probe("wheel", () -> first(WHEEL, PostgresProbes::wheel, MOST, MOST)),
        probe("outbox", () -> first(OUTBOX, PostgresProbes::outbox, MOST, MOST)),
        probe("walks", () -> first(WALKS, PostgresProbes::walks)));
  }

  private static Component itself(ResultSet row) throws SQLException {
    return Component.of(
        "postgresql",
        "PostgreSQL " + row.getString("version") + " answers.",
        "",
        figures(row, "bytes", "connections"));
  }

  private static Component wheel(ResultSet row) throws SQLException {
    return Component.of(
        "wheel",
        "Wake-ups come on time.",
        late(row, "The oldest wake-up is %d s late."),
        figures(row, "overdue", "seconds"));
  }

  private static Component outbox(ResultSet row) throws SQLException {
    long aside = row.getLong("aside");
    String late = late(row, "The oldest order has been due for %d s.");
    return Component.of(
        "outbox",
        "Orders are performed as they come.",
        aside > 0 && late.isEmpty() ? "%d orders wait for a person.".formatted(aside) : late,
        figures(row, "due", "later", "seconds", "aside"));
  }

  private static Component walks(ResultSet row) throws SQLException {
    return Component.of(
        "walks",
        row.getLong("walking") + " walks over users are under way.",
        late(row, "A walk has not come on for %d s: maybe its campaign is paused."),
        figures(row, "walking", "seconds"));
  }

  private static String late(ResultSet row, String sentence) throws SQLException {
    long seconds = row.getLong("seconds");
    return seconds > LATE_SECONDS ? sentence.formatted(seconds) : "";
  }

  private static Map<String, Object> figures(ResultSet row, String... names) throws SQLException {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (String name : names) {
      figures.put(name, row.getLong(name));
    }
    return figures;
  }

  private Component first(String sql, Sql.Row<Component> read, Object... parameters) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                connection -> Sql.first(connection, sql, read, parameters).orElseThrow()));
  }

  private static Probe probe(String name, Supplier<Component> look) {
    return new Probe() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Component look() {
        return look.get();
      }
    };
  }
}
