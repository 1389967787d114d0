package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Writes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When time alone may let users into campaigns, beside the memories that say so. */
final class EntryWakeRows {

  private static final String REMOVE =
      """
      DELETE FROM entry_wake w USING unnest(?::text[], ?::text[]) AS x (user_id, campaign)
      WHERE w.user_id = x.user_id AND w.campaign = x.campaign""";

  private static final String KEEP =
      """
      INSERT INTO entry_wake (partition, user_id, campaign, wake_at)
      SELECT ?, x.user_id, x.campaign, x.wake_at::timestamptz
      FROM unnest(?::text[], ?::text[], ?::text[]) AS x (user_id, campaign, wake_at)
      ON CONFLICT (user_id, campaign)
      DO UPDATE SET partition = excluded.partition, wake_at = excluded.wake_at""";

  private record Change(UserId user, CampaignId campaign, Optional<Instant> wakeAt) {}

  private static final List<Column<Change>> KEY =
      List.of(text(change -> change.user().text()), text(change -> change.campaign().text()));

  private static final List<Column<Change>> WAKE =
      List.of(
          KEY.get(0),
          KEY.get(1),
          text(change -> change.wakeAt().map(Instants::ceiling).orElse(null)));

  private EntryWakeRows() {}

  static void save(Connection connection, int partition, Writes writes) throws SQLException {
    List<Change> gone = new ArrayList<>();
    List<Change> kept = new ArrayList<>();
    for (UserState after : new TreeMap<>(writes.after()).values()) {
      UserState before =
          writes.before().getOrDefault(after.user(), UserState.unknown(after.user()));
      for (Change change : changes(before, after)) {
        (change.wakeAt().isPresent() ? kept : gone).add(change);
      }
    }
    Sql.updateAll(connection, REMOVE, gone, KEY);
    Sql.updateAll(connection, KEEP, kept, WAKE, partition);
  }

  private static List<Change> changes(UserState before, UserState after) {
    List<Change> changes = new ArrayList<>();
    for (Map.Entry<CampaignId, Memory> memory : after.memories().entrySet()) {
      Optional<Instant> wakeAt = memory.getValue().nextWake();
      Memory former = before.memories().getOrDefault(memory.getKey(), Memory.NOTHING);
      if (!wakeAt.equals(former.nextWake())) {
        changes.add(new Change(after.user(), memory.getKey(), wakeAt));
      }
    }
    return changes;
  }
}
