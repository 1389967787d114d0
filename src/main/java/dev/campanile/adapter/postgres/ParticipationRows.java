package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.flag;
import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.optional;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Participations: those of a batch that are new, have changed, or are over. Their user's version
 * guards them.
 */
final class ParticipationRows {

  private static final String ROWS =
      """
      unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::bigint[], ?::text[], ?::boolean[], ?::text[])
      AS x (id, user_id, campaign, version, key_value, node, status, entered_at, since,
        ended_at, moves, wake_at, live, state)""";

  private static final String INSERT =
      """
      INSERT INTO participation (partition, id, user_id, campaign, version, key_value, node, status, entered_at, since,
        ended_at, moves, wake_at, live, state)
      SELECT ?, x.id, x.user_id, x.campaign, x.version, x.key_value, x.node, x.status, x.entered_at::timestamptz,
        x.since::timestamptz, x.ended_at::timestamptz, x.moves, x.wake_at::timestamptz, x.live, x.state::jsonb
      FROM %s"""
          .formatted(ROWS);

  private static final String UPDATE =
      """
      UPDATE participation p
      SET partition = ?, version = x.version, node = x.node, status = x.status, since = x.since::timestamptz,
        ended_at = coalesce(x.ended_at::timestamptz, p.ended_at), moves = x.moves,
        wake_at = x.wake_at::timestamptz, live = x.live, state = x.state::jsonb
      FROM %s WHERE p.id = x.id"""
          .formatted(ROWS);

  private record Change(
      UserId user, Participation participation, boolean live, @Nullable Instant endedAt) {}

  private final List<Column<Change>> columns;

  ParticipationRows(StateCodec codec) {
    this.columns =
        List.of(
            text(change -> change.participation().id()),
            text(change -> change.user().text()),
            text(change -> change.participation().campaign().id().text()),
            number(change -> (long) change.participation().campaign().version()),
            optional(change -> change.participation().keyValue()),
            text(change -> change.participation().node().text()),
            text(change -> change.participation().status().name()),
            instant(change -> change.participation().enteredAt()),
            instant(change -> change.participation().since()),
            text(change -> change.endedAt() == null ? null : Instants.floor(change.endedAt())),
            number(change -> (long) change.participation().moves()),
            text(change -> change.participation().wakeAt().map(Instants::ceiling).orElse(null)),
            flag(Change::live),
            text(change -> codec.participation(change.participation())));
  }

  void save(Connection connection, int partition, Writes writes) throws SQLException {
    Map<String, Participation> known = known(writes);
    List<Change> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Change change : changes(writes, known).values()) {
      (known.containsKey(change.participation().id()) ? changed : added).add(change);
    }
    Sql.updateAll(connection, INSERT, added, columns, partition);
    Sql.updateAll(connection, UPDATE, changed, columns, partition);
  }

  private static Map<String, Participation> known(Writes writes) {
    Map<String, Participation> known = new HashMap<>();
    for (UserId user : writes.after().keySet()) {
      UserState before = writes.before().get(user);
      if (before != null) {
        before.participations().forEach(one -> known.put(one.id(), one));
      }
    }
    return known;
  }

  private static Map<String, Change> changes(Writes writes, Map<String, Participation> known) {
    Map<String, Instant> ends = ends(writes.judged());
    Map<String, Change> changes = new TreeMap<>();
    writes
        .after()
        .forEach(
            (user, after) -> {
              for (Participation one : after.participations()) {
                if (!one.equals(known.get(one.id()))) {
                  changes.put(one.id(), new Change(user, one, true, ends.get(one.id())));
                }
              }
            });
    for (Judged judged : writes.judged()) {
      for (Participation one : judged.step().over()) {
        UserId user = judged.step().state().user();
        changes.put(one.id(), new Change(user, one, false, ends.get(one.id())));
      }
    }
    return changes;
  }

  private static Map<String, Instant> ends(List<Judged> judged) {
    Map<String, Instant> ends = new HashMap<>();
    for (Judged one : judged) {
      for (Fact fact : one.step().facts()) {
        if (fact instanceof Fact.Ended ended) {
          ends.put(ended.participation(), ended.at());
        }
      }
    }
    return ends;
  }
}
