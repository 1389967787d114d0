package dev.campanile.adapter.postgres;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.backtest.Backtests;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The queue of backtests as a table, of which instances take rows. Thread-safe. */
public final class PostgresBacktests implements Backtests {

  /** Two who ask at once must not both find the last place free. */
  private static final String LOCK = "LOCK TABLE backtest IN SHARE ROW EXCLUSIVE MODE";

  private static final String WAITING =
      "SELECT count(*) AS waiting FROM backtest WHERE state = 'QUEUED'";

  private static final String TIDY =
      """
      DELETE FROM backtest WHERE ended_at IS NOT NULL AND asked_at <
        (SELECT asked_at FROM backtest ORDER BY asked_at DESC OFFSET 100 LIMIT 1)""";

  private static final String ASK =
      """
      INSERT INTO backtest (id, campaign, content, files, log, since, until, state, asked_at)
      VALUES (?, ?, ?, ?::jsonb, ?, ?::timestamptz, ?::timestamptz, 'QUEUED', ?::timestamptz)""";

  private static final String JOB =
      """
      SELECT %s, CASE state WHEN 'QUEUED' THEN (SELECT count(*) FROM backtest o
        WHERE o.state IN ('QUEUED', 'RUNNING') AND (o.asked_at, o.id) < (b.asked_at, b.id)) ELSE 0 END AS ahead
      FROM backtest b""";

  /** What was asked and what came of it may be large: nobody lists them. */
  private static final String BRIEF =
      JOB.formatted(
          """
          id, campaign, '' AS content, '{}' AS files, log, since, until, state, done, total, NULL AS report,
          problems, asked_at, started_at, ended_at""");

  private static final String WHOLE = JOB.formatted("*");

  /** What ends its instance would end the next one as well. */
  private static final int MOST_ATTEMPTS = 2;

  private static final String GIVE_UP =
      """
      UPDATE backtest SET state = 'FAILED', ended_at = ?::timestamptz, content = '', files = '{}', problems = ARRAY[
        'Expected the backtest to finish, but the service stopped each time it ran. Maybe choose a shorter time.']
      WHERE state = 'RUNNING' AND beat_at < ?::timestamptz AND attempts >= ?""";

  /** An orderly end is not the backtest's doing. */
  private static final String PUT_BACK =
      """
      UPDATE backtest SET state = 'QUEUED', owner = NULL, attempts = attempts - 1
      WHERE id = ? AND owner = ? AND state = 'RUNNING'""";

  private static final String TAKE =
      """
      UPDATE backtest SET state = 'RUNNING', owner = ?, beat_at = ?::timestamptz, started_at = ?::timestamptz,
        done = 0, total = 0, attempts = attempts + 1
      WHERE id = (SELECT id FROM backtest WHERE state = 'QUEUED' OR state = 'RUNNING' AND beat_at < ?::timestamptz
        ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *, 0 AS ahead""";

  private static final String BEAT =
      """
      UPDATE backtest SET done = ?, total = ?, beat_at = ?::timestamptz
      WHERE id = ? AND owner = ? AND state = 'RUNNING'""";

  private static final String END =
      """
      UPDATE backtest SET state = ?, report = ?::json, problems = ?::text[], ended_at = ?::timestamptz,
        content = '', files = '{}'
      WHERE id = ? AND owner = ? AND state = 'RUNNING'""";

  private static final String CANCEL =
      """
      UPDATE backtest SET state = 'CANCELLED', ended_at = ?::timestamptz, content = '', files = '{}'
      WHERE id = ? AND state IN ('QUEUED', 'RUNNING')""";

  private final DataSource dataSource;
  private final StateCodec codec;

  public PostgresBacktests(DataSource dataSource, StateCodec codec) {
    this.dataSource = dataSource;
    this.codec = codec;
  }

  @Override
  public boolean ask(String id, Question question, int most, Instant now) {
    return run(
        open -> {
          Sql.update(open, LOCK);
          Sql.update(open, TIDY);
          long waiting = Sql.first(open, WAITING, row -> row.getLong("waiting")).orElseThrow();
          return waiting < most
              && Sql.update(
                      open,
                      ASK,
                      id,
                      question.campaign().text(),
                      question.text(),
                      codec.attributes(new Attributes(Map.copyOf(question.files()))),
                      question.log().orElse(null),
                      question.since().map(Instants::floor).orElse(null),
                      question.until().map(Instants::floor).orElse(null),
                      Instants.floor(now))
                  == 1;
        });
  }

  @Override
  public Optional<Job> take(String owner, Instant now, Instant silence) {
    String at = Instants.floor(now);
    String silent = Instants.floor(silence);
    return run(
        open -> {
          Sql.update(open, GIVE_UP, at, silent, MOST_ATTEMPTS);
          return Sql.first(open, TAKE, this::job, owner, at, at, silent);
        });
  }

  @Override
  public void putBack(String id, String owner) {
    run(open -> Sql.update(open, PUT_BACK, id, owner));
  }

  @Override
  public boolean beat(String id, String owner, Progress progress, Instant now) {
    return run(
            open ->
                Sql.update(
                    open, BEAT, progress.done(), progress.total(), Instants.floor(now), id, owner))
        == 1;
  }

  @Override
  public void end(
      String id,
      String owner,
      State state,
      Optional<String> report,
      List<String> problems,
      Instant now) {
    run(
        open ->
            Sql.update(
                open,
                END,
                state.name(),
                report.orElse(null),
                open.createArrayOf("text", problems.toArray()),
                Instants.floor(now),
                id,
                owner));
  }

  @Override
  public boolean cancel(String id, Instant now) {
    return run(open -> Sql.update(open, CANCEL, Instants.floor(now), id)) == 1;
  }

  @Override
  public Optional<Job> job(String id) {
    return run(open -> Sql.first(open, WHOLE + " WHERE id = ?", this::job, id));
  }

  @Override
  public List<Job> latest(Optional<CampaignId> campaign, int most) {
    String id = campaign.map(CampaignId::text).orElse(null);
    return run(
        open ->
            Sql.query(
                open,
                BRIEF + " WHERE ?::text IS NULL OR campaign = ? ORDER BY asked_at DESC, id LIMIT ?",
                this::job,
                id,
                id,
                most));
  }

  private Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("id"),
        question(row),
        State.valueOf(row.getString("state")),
        new Progress(row.getLong("done"), row.getLong("total")),
        row.getLong("ahead"),
        Optional.ofNullable(row.getString("report")),
        List.of((String[]) row.getArray("problems").getArray()),
        Instants.read(row, "asked_at"),
        Instants.readOptional(row, "started_at"),
        Instants.readOptional(row, "ended_at"));
  }

  private Question question(ResultSet row) throws SQLException {
    Map<String, String> files = new HashMap<>();
    codec
        .attributes(row.getString("files"))
        .values()
        .forEach((name, text) -> files.put(name, text.toString()));
    return new Question(
        new CampaignId(row.getString("campaign")),
        row.getString("content"),
        files,
        Optional.ofNullable(row.getString("log")),
        Instants.readOptional(row, "since"),
        Instants.readOptional(row, "until"));
  }

  private <T> T run(Transactions.Work<T> work) {
    return Failures.translated(() -> Transactions.run(dataSource, work));
  }
}
