package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.draft.Draft;
import dev.campanile.draft.Draft.Mark;
import dev.campanile.draft.Drafts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Drafts in PostgreSQL: whether somebody was faster is decided by the row. Thread-safe. */
public final class PostgresDrafts implements Drafts {

  private static final String ALL = "SELECT * FROM draft ORDER BY campaign";
  private static final String ONE = "SELECT * FROM draft WHERE campaign = ?";

  private static final String ADD =
      """
      INSERT INTO draft (revision, text, based_on, author, writers, edited_by, edited_at, submitted_by, submitted_at,
        rejected_by, rejected_at, comment, files, campaign)
      VALUES (nextval('draft_revision'), ?, ?, ?, string_to_array(?, ' '), ?, ?::timestamptz, ?, ?::timestamptz, ?, ?::timestamptz, ?, ?, ?)
      ON CONFLICT (campaign) DO NOTHING
      RETURNING *""";

  private static final String CHANGE =
      """
      UPDATE draft SET %s text = ?, based_on = ?, author = ?, writers = string_to_array(?, ' '), edited_by = ?,
        edited_at = ?::timestamptz,
        submitted_by = ?, submitted_at = ?::timestamptz, rejected_by = ?, rejected_at = ?::timestamptz, comment = ?,
        files = ?
      WHERE campaign = ? AND revision = ? %s
      RETURNING *""";

  /** A revision is of the text alone; how far the draft has come must be as it was seen, too. */
  private static final String AS_SEEN =
      "AND submitted_by IS NOT DISTINCT FROM ? AND submitted_at IS NOT DISTINCT FROM ?::timestamptz";

  private static final String REPLACE =
      CHANGE.formatted("revision = nextval('draft_revision'),", "");
  private static final String MARK = CHANGE.formatted("", AS_SEEN);

  private static final String DISCARD = "DELETE FROM draft WHERE campaign = ? AND revision = ?";
  private static final String RELEASE = DISCARD + " " + AS_SEEN;

  private final DataSource dataSource;

  public PostgresDrafts(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Draft> all() {
    return Failures.translated(
        () -> Transactions.run(dataSource, open -> Sql.query(open, ALL, PostgresDrafts::draft)));
  }

  @Override
  public Optional<Draft> of(CampaignId campaign) {
    return first(ONE, List.of(campaign.text()));
  }

  @Override
  public Optional<Draft> keep(Draft draft) {
    List<@Nullable Object> columns = columns(draft);
    if (draft.revision() == 0) {
      return first(ADD, columns);
    }
    columns.add(draft.revision());
    return first(REPLACE, columns);
  }

  @Override
  public Optional<Draft> mark(Draft draft, Draft seen) {
    List<@Nullable Object> columns = columns(draft);
    columns.add(seen.revision());
    add(columns, seen.submitted());
    return first(MARK, columns);
  }

  @Override
  public boolean release(Draft seen) {
    List<@Nullable Object> columns = new ArrayList<>();
    columns.add(seen.campaign().text());
    columns.add(seen.revision());
    add(columns, seen.submitted());
    return Failures.translated(
        () ->
            Transactions.run(dataSource, open -> Sql.update(open, RELEASE, columns.toArray()) > 0));
  }

  @Override
  public boolean discard(CampaignId campaign, long revision) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource, open -> Sql.update(open, DISCARD, campaign.text(), revision) > 0));
  }

  private Optional<Draft> first(String query, List<? extends @Nullable Object> parameters) {
    return Failures.translated(
        () ->
            Transactions.run(
                dataSource,
                open -> Sql.first(open, query, PostgresDrafts::draft, parameters.toArray())));
  }

  private static List<@Nullable Object> columns(Draft draft) {
    List<@Nullable Object> columns = new ArrayList<>();
    columns.add(draft.text());
    columns.add(draft.basedOn());
    columns.add(draft.author());
    // No name of a person or a service holds a space.
    columns.add(String.join(" ", draft.writers()));
    add(columns, Optional.of(draft.edited()));
    add(columns, draft.submitted());
    add(columns, draft.rejected());
    columns.add(draft.comment());
    columns.add(files(draft.files()));
    columns.add(draft.campaign().text());
    return columns;
  }

  private static void add(List<@Nullable Object> columns, Optional<Mark> mark) {
    columns.add(mark.map(Mark::who).orElse(null));
    columns.add(mark.map(Mark::at).map(Instants::floor).orElse(null));
  }

  private static Draft draft(ResultSet row) throws SQLException {
    return new Draft(
        new CampaignId(row.getString("campaign")),
        row.getString("text"),
        row.getLong("revision"),
        row.getInt("based_on"),
        row.getString("author"),
        Set.of((String[]) row.getArray("writers").getArray()),
        mark(row, "edited").orElseThrow(),
        mark(row, "submitted"),
        mark(row, "rejected"),
        row.getString("comment"),
        files(row.getString("files")));
  }

  /** A line for each: neither hashes nor names of files hold a space. */
  private static String files(Map<String, String> files) {
    return files.entrySet().stream()
        .map(file -> file.getValue() + " " + file.getKey())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> files(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(line -> line[1], line -> line[0]));
  }

  private static Optional<Mark> mark(ResultSet row, String did) throws SQLException {
    @Nullable String who = row.getString(did + "_by");
    return who == null
        ? Optional.empty()
        : Optional.of(new Mark(who, Instants.read(row, did + "_at")));
  }
}
