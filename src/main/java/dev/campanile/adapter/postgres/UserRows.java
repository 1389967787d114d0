package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Outline;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Users' states: loaded whole, saved where their version is still the one that was loaded. */
final class UserRows {

  private static final String LOAD =
      """
      SELECT u.user_id, u.state, u.profile, u.memories, u.lifetime, p.states
      FROM unnest(?::text[]) AS x (user_id) JOIN user_state u ON u.user_id = x.user_id
      LEFT JOIN LATERAL (
        SELECT array_agg(state::text) AS states FROM participation
        WHERE user_id = u.user_id AND live
      ) p ON true""";

  private static final String INSERT =
      """
      INSERT INTO user_state (partition, user_id, version, latest, state, profile, memories, lifetime)
      SELECT ?, x.user_id, x.version, x.latest::timestamptz, x.state::jsonb, x.profile::jsonb, x.memories::jsonb,
        x.lifetime::jsonb
      FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[])
      AS x (user_id, loaded, version, latest, state, profile, memories, lifetime)
      ON CONFLICT DO NOTHING""";

  private static final String UPDATE =
      """
      UPDATE user_state u
      SET partition = ?, version = x.version, latest = x.latest::timestamptz, state = x.state::jsonb,
        profile = coalesce(x.profile::jsonb, u.profile), memories = coalesce(x.memories::jsonb, u.memories),
        lifetime = coalesce(x.lifetime::jsonb, u.lifetime)
      FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[])
      AS x (user_id, loaded, version, latest, state, profile, memories, lifetime)
      WHERE u.user_id = x.user_id AND u.version = x.loaded""";

  private record Change(UserState before, UserState after) {

    boolean isNew() {
      return before.version() == 0;
    }
  }

  private final StateCodec codec;
  private final List<Column<Change>> columns;

  UserRows(StateCodec codec) {
    this.codec = codec;
    this.columns =
        List.of(
            text(change -> change.after().user().text()),
            number(change -> change.before().version()),
            number(change -> change.after().version()),
            text(change -> change.after().latest().map(Instants::floor).orElse(null)),
            text(change -> codec.outline(Outline.of(change.after()))),
            text(this::profile),
            text(this::memories),
            text(this::lifetime));
  }

  /** Those that are not stored are unknown. */
  Map<UserId, UserState> load(Connection connection, Collection<UserId> users) throws SQLException {
    Map<UserId, UserState> states = new HashMap<>();
    users.forEach(user -> states.put(user, UserState.unknown(user)));
    if (!users.isEmpty()) {
      var ids = Column.<UserId>text(UserId::text).of(connection, users);
      Sql.query(connection, LOAD, this::read, ids)
          .forEach(state -> states.put(state.user(), state));
    }
    return states;
  }

  /**
   * How many were still stored as they were loaded; only where it is all of them may the rest be
   * written.
   */
  int save(Connection connection, int partition, Writes writes) throws SQLException {
    List<Change> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    new TreeMap<>(writes.after())
        .forEach(
            (user, after) -> {
              UserState before = writes.before().getOrDefault(user, UserState.unknown(user));
              Change change = new Change(before, after);
              (change.isNew() ? added : changed).add(change);
            });
    return Sql.updateAll(connection, INSERT, added, columns, partition)
        + Sql.updateAll(connection, UPDATE, changed, columns, partition);
  }

  /** Null where nothing of it has changed. */
  private @Nullable String profile(Change change) {
    boolean same = !change.isNew() && change.after().profile().equals(change.before().profile());
    return same ? null : codec.attributes(change.after().profile());
  }

  private @Nullable String memories(Change change) {
    boolean same = !change.isNew() && change.after().memories().equals(change.before().memories());
    return same ? null : codec.memories(change.after().memories());
  }

  private @Nullable String lifetime(Change change) {
    boolean same = !change.isNew() && change.after().lifetime().equals(change.before().lifetime());
    return same ? null : codec.measures(change.after().lifetime());
  }

  private UserState read(ResultSet row) throws SQLException {
    UserId user = new UserId(row.getString("user_id"));
    Map<String, Participation> participations = new HashMap<>();
    var states = row.getArray("states");
    if (states != null) {
      for (String state : (String[]) states.getArray()) {
        Participation participation = codec.participation(state);
        participations.put(participation.id(), participation);
      }
    }
    return codec
        .outline(row.getString("state"))
        .filled(
            user,
            codec.attributes(row.getString("profile")),
            codec.memories(row.getString("memories")),
            codec.measures(row.getString("lifetime")),
            participations)
        .orElseThrow(
            () -> new IllegalStateException("Expected all participations of " + user + "."));
  }
}
