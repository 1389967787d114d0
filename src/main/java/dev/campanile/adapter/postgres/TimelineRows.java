package dev.campanile.adapter.postgres;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.monitor.Timelines.Kind;
import dev.campanile.engine.monitor.Timelines.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables that a timeline is made of, as one query: each in the order of the log and from its
 * own index, as many as are asked for and whatever else the last record did.
 */
record TimelineRows(String sql, Object[] parameters) {

  private static final String EVENTS =
      """
      SELECT log_offset, 0 AS rank, 0 AS step, at, 'event' AS what, NULL AS campaign, NULL::integer AS version,
        NULL AS participation, NULL AS rule, type AS name, NULL AS from_node, NULL AS to_node, source AS detail,
        event_id AS cause_id, NULL AS key, NULL AS status, 0 AS attempts, NULL AS reason, NULL::timestamptz AS held_until,
        NULL AS withheld, NULL::timestamptz AS settled_at, properties AS given
      FROM history h WHERE user_key = ? AND user_id = ?""";

  private static final String THAT_DID_SOMETHING =
      """
       AND (EXISTS (SELECT FROM transition t
          WHERE t.user_id = h.user_id AND t.log_offset = h.log_offset AND t.campaign = ?)
        OR EXISTS (SELECT FROM refusal r
          WHERE r.user_id = h.user_id AND r.log_offset = h.log_offset AND r.campaign = ?))""";

  private static final String MOVES =
      """
      SELECT log_offset, 1, coalesce(moves, 2147483647), at,
        CASE WHEN kind <> 'MOVED' THEN lower(kind) WHEN from_node IS NULL THEN 'entered' ELSE 'moved' END,
        campaign, version, participation, rule, coalesce(lower(status), action, former_version::text, ''),
        from_node, to_node, '', cause_id, NULL, NULL, 0, NULL, NULL::timestamptz, NULL, NULL::timestamptz, '{}'::jsonb
      FROM transition WHERE user_id = ?""";

  private static final String REFUSALS =
      """
      SELECT log_offset, 3, 0, at, 'refused', campaign, version, NULL, rule, lower(reason), NULL, NULL, detail, cause_id,
        NULL, NULL, 0, NULL, NULL::timestamptz, NULL, NULL::timestamptz, '{}'::jsonb
      FROM refusal WHERE user_id = ?""";

  /** The orders of a participation are a range of keys: they need no index of users. */
  private static final String ORDERS =
      """
      SELECT log_offset, 2, split_part(key, ':', 2)::integer, ordered_at, 'order', o.campaign, o.version, participation, NULL, action, NULL, o.node, kind,
        cause_id, key, lower(o.status), attempts, reason, held_until, lower(withheld), settled_at,
        coalesce(result, '{}'::jsonb)
      FROM participation p JOIN orders o ON o.key >= p.id || ':' AND o.key < p.id || ';'
      WHERE p.user_id = ?""";

  private static final String PART =
      "(SELECT * FROM (%s AND log_offset < ? %s) AS part ORDER BY log_offset DESC FETCH FIRST ? ROWS WITH TIES)";

  private static final String WHOLE =
      """
      SELECT * FROM (SELECT * FROM (%s) AS parts ORDER BY log_offset DESC FETCH FIRST ? ROWS WITH TIES) AS moments
      ORDER BY log_offset DESC, at DESC, step DESC, rank DESC, key DESC""";

  static TimelineRows of(Question question) {
    List<Object> parameters = new ArrayList<>();
    List<String> parts =
        question.kinds().stream().sorted().map(kind -> part(kind, question, parameters)).toList();
    parameters.add(question.least());
    // The first part names the columns; without events, one that is always empty does.
    String named =
        question.kinds().contains(Kind.EVENT)
            ? ""
            : "SELECT * FROM (" + EVENTS.replace("?", "NULL") + ") AS none UNION ALL ";
    return new TimelineRows(
        WHOLE.formatted(named + String.join(" UNION ALL ", parts)), parameters.toArray());
  }

  private static String part(Kind kind, Question question, List<Object> parameters) {
    if (kind == Kind.EVENT) {
      parameters.add(EventKey.of(question.user()));
    }
    parameters.add(question.user().text());
    parameters.add(question.before().orElse(Long.MAX_VALUE));
    String filter = question.campaign().map(id -> filter(kind, id, parameters)).orElse("");
    parameters.add(question.least());
    return PART.formatted(table(kind), filter);
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case EVENT -> EVENTS;
      case MOVE -> MOVES;
      case REFUSAL -> REFUSALS;
      case ORDER -> ORDERS;
    };
  }

  private static String filter(Kind kind, CampaignId campaign, List<Object> parameters) {
    parameters.add(campaign.text());
    return switch (kind) {
      case EVENT -> {
        parameters.add(campaign.text());
        yield THAT_DID_SOMETHING;
      }
      case MOVE, REFUSAL -> " AND campaign = ?";
      case ORDER -> " AND p.campaign = ?";
    };
  }
}
