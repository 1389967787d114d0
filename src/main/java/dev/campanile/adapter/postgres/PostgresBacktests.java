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
      SELECT *, CASE state WHEN 'QUEUED' THEN (SELECT count(*) FROM backtest o
        WHERE o.state IN ('QUEUED', 'RUNNING') AND (o.asked_at, o.id) < (b.asked_at, b.id)) ELSE 0 END AS ahead
      FROM backtest b""";

  private static final String TAKE =
      """
      UPDATE backtest SET state = 'RUNNING', owner = ?, beat_at = ?::timestamptz, started_at = ?::timestamptz,
        done = 0, total = 0
      WHERE id = (SELECT id FROM backtest WHERE state = 'QUEUED' OR state = 'RUNNING' AND beat_at < ?::timestamptz
        ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *, 0 AS ahead""";

  private static final String BEAT =
      """
      UPDATE backtest SET done = ?, total = ?, beat_at = ?::timestamptz
      WHERE id = ? AND owner = ? AND state = 'RUNNING'""";

  private static final String END =
      """
      UPDATE backtest SET state = ?, report = ?::json, problems = ?::text[], ended_at = ?::timestamptz
      WHERE id = ? AND owner = ? AND state = 'RUNNING'""";

  private static final String CANCEL =
      """
      UPDATE backtest SET state = 'CANCELLED', ended_at = ?::timestamptz
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
    return run(open -> Sql.first(open, TAKE, this::job, owner, at, at, Instants.floor(silence)));
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
    return run(open -> Sql.first(open, JOB + " WHERE id = ?", this::job, id));
  }

  @Override
  public List<Job> latest(Optional<CampaignId> campaign, int most) {
    String id = campaign.map(CampaignId::text).orElse(null);
    return run(
            open ->
                Sql.query(
                    open,
                    JOB
                        + " WHERE ?::text IS NULL OR campaign = ? ORDER BY asked_at DESC, id LIMIT ?",
                    this::job,
                    id,
                    id,
                    most))
        .stream()
        .map(PostgresBacktests::brief)
        .toList();
  }

  private static Job brief(Job job) {
    return new Job(
        job.id(),
        job.question(),
        job.state(),
        job.progress(),
        job.ahead(),
        Optional.empty(),
        job.problems(),
        job.askedAt(),
        job.startedAt(),
        job.endedAt());
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
