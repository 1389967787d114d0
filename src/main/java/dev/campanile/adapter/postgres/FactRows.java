package dev.campanile.adapter.postgres;

import static dev.campanile.adapter.postgres.Column.instant;
import static dev.campanile.adapter.postgres.Column.number;
import static dev.campanile.adapter.postgres.Column.text;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.StateCodec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves, ends, goals and skipped actions as transitions; refused entries beside them. */
final class FactRows {

  private static final String TRANSITIONS =
      """
      INSERT INTO transition (partition, log_offset, user_id, campaign, version, at, cause_source, cause_id,
        kind, participation, rule, from_node, to_node, moves, ordinal, action, status, why)
      SELECT ?, x.log_offset, x.user_id, x.campaign, x.version, x.at::timestamptz, x.cause_source, x.cause_id,
        x.kind, x.participation, x.rule, x.from_node, x.to_node, x.moves, x.ordinal, x.action, x.status, x.why::jsonb
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
      AS x (log_offset, user_id, campaign, version, at, cause_source, cause_id,
        kind, participation, rule, from_node, to_node, moves, ordinal, action, status, why)""";

  private static final String REFUSALS =
      """
      INSERT INTO refusal (partition, log_offset, user_id, campaign, version, at, cause_source, cause_id,
        rule, reason, detail, why)
      SELECT ?, x.log_offset, x.user_id, x.campaign, x.version, x.at::timestamptz, x.cause_source, x.cause_id,
        x.rule, x.reason, x.detail, x.why::jsonb
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[])
      AS x (log_offset, user_id, campaign, version, at, cause_source, cause_id, rule, reason, detail, why)""";

  /** What every fact has. */
  private record Place(
      long offset, String user, CampaignKey campaign, Instant at, @Nullable EventId cause) {}

  private record Transition(
      Place place,
      String kind,
      String participation,
      @Nullable String rule,
      @Nullable String from,
      @Nullable String to,
      @Nullable Long moves,
      @Nullable Long ordinal,
      @Nullable String action,
      @Nullable String status,
      Optional<Explanation> why) {}

  private record Refusal(Place place, Fact.Refused refused) {}

  private final List<Column<Transition>> transitionColumns;
  private final List<Column<Refusal>> refusalColumns;

  FactRows(StateCodec codec) {
    transitionColumns =
        columns(
            Transition::place,
            List.of(
                text(Transition::kind),
                text(Transition::participation),
                text(Transition::rule),
                text(Transition::from),
                text(Transition::to),
                number(Transition::moves),
                number(Transition::ordinal),
                text(Transition::action),
                text(Transition::status),
                text(transition -> transition.why().map(codec::explanation).orElse(null))));
    refusalColumns =
        columns(
            Refusal::place,
            List.of(
                text(refusal -> refusal.refused().rule()),
                text(refusal -> refusal.refused().reason().name()),
                text(refusal -> refusal.refused().detail()),
                text(refusal -> refusal.refused().why().map(codec::explanation).orElse(null))));
  }

  void add(Connection connection, int partition, List<Judged> judged) throws SQLException {
    List<Transition> transitions = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Judged one : judged) {
      for (Fact fact : one.step().facts()) {
        switch (fact) {
          case Fact.Refused refused ->
              refusals.add(new Refusal(place(one, fact, refused.cause().orElse(null)), refused));
          case Fact.Migrated migrated -> {} // MigrationRows
          default -> transitions.add(transition(one, fact));
        }
      }
    }
    Sql.updateAll(connection, TRANSITIONS, transitions, transitionColumns, partition);
    MigrationRows.add(connection, partition, judged);
    Sql.updateAll(connection, REFUSALS, refusals, refusalColumns, partition);
  }

  private static Transition transition(Judged judged, Fact fact) {
    return switch (fact) {
      case Fact.Moved moved -> moved(place(judged, moved, moved.cause().orElse(null)), moved);
      case Fact.Ended ended -> ended(place(judged, ended, ended.cause().orElse(null)), ended);
      case Fact.Reached reached ->
          reached(place(judged, reached, reached.cause().orElse(null)), reached);
      case Fact.Skipped skipped -> skipped(place(judged, skipped, null), skipped);
      case Fact.Refused refused -> throw notHere(refused);
      case Fact.Migrated migrated -> throw notHere(migrated);
    };
  }

  private static IllegalArgumentException notHere(Fact fact) {
    return new IllegalArgumentException("Expected a transition, but got " + fact + ".");
  }

  private static Transition moved(Place place, Fact.Moved moved) {
    String from = moved.from().map(NodeId::text).orElse(null);
    String to = moved.to().text();
    long moves = moved.moves();
    return new Transition(
        place,
        "MOVED",
        moved.participation(),
        moved.rule(),
        from,
        to,
        moves,
        null,
        null,
        null,
        moved.why());
  }

  private static Transition ended(Place place, Fact.Ended ended) {
    String from = ended.node().text();
    String how = ended.how().name();
    return new Transition(
        place,
        "ENDED",
        ended.participation(),
        null,
        from,
        null,
        null,
        null,
        null,
        how,
        ended.why());
  }

  private static Transition reached(Place place, Fact.Reached reached) {
    String from = reached.node().text();
    return new Transition(
        place,
        "REACHED",
        reached.participation(),
        reached.rule(),
        from,
        null,
        null,
        null,
        null,
        null,
        reached.why());
  }

  private static Transition skipped(Place place, Fact.Skipped skipped) {
    OrderKey order = skipped.order();
    long moves = order.moves();
    long ordinal = order.ordinal();
    String action = skipped.action().text();
    return new Transition(
        place,
        "SKIPPED",
        order.participation(),
        null,
        null,
        null,
        moves,
        ordinal,
        action,
        null,
        Optional.empty());
  }

  private static Place place(Judged judged, Fact fact, @Nullable EventId cause) {
    String user = judged.step().state().user().text();
    return new Place(judged.offset(), user, fact.campaign(), fact.at(), cause);
  }

  private static <T> List<Column<T>> columns(Function<T, Place> place, List<Column<T>> more) {
    List<Column<T>> columns = new ArrayList<>();
    columns.add(number(row -> place.apply(row).offset()));
    columns.add(text(row -> place.apply(row).user()));
    columns.add(text(row -> place.apply(row).campaign().id().text()));
    columns.add(number(row -> (long) place.apply(row).campaign().version()));
    columns.add(instant(row -> place.apply(row).at()));
    columns.add(text(row -> place.apply(row).cause() instanceof EventId id ? id.source() : null));
    columns.add(text(row -> place.apply(row).cause() instanceof EventId id ? id.id() : null));
    columns.addAll(more);
    return List.copyOf(columns);
  }
}
