package dev.campanile.adapter.postgres;

import static dev.campanile.testkit.Samples.SPRING;
import static dev.campanile.testkit.Samples.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.monitor.Troubles;
import dev.campanile.engine.monitor.Troubles.Place;
import dev.campanile.engine.monitor.Troubles.Status;
import dev.campanile.engine.monitor.Troubles.Trouble;
import dev.campanile.testkit.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresTroublesTest {

  private static final Set<Status> ALL = EnumSet.allOf(Status.class);

  private static TestDatabase database;
  private static Troubles troubles;

  /** Six orders, a second after the other but for the last two, which are of one instant. */
  @BeforeAll
  static void fill() {
    database = TestDatabase.schema("troubles");
    database.clear();
    database.execute(
        """
        INSERT INTO orders (key, partition, log_offset, user_id, participation, campaign, version, node, action, kind,
          parameters, ordered_at, next_attempt, status, attempts, reason, waits_for)
        SELECT 'p:1:' || n, 0, 0, 'anna', 'p', (ARRAY['welcome', 'spring'])[n % 2 + 1], 1, 'thank', 'push', 'push', '{}',
          '2026-03-01T12:00:00Z'::timestamptz + least(n, 5) * interval '1 second', now(),
          (ARRAY['PARKED', 'FAILED', 'UNKNOWN', 'DONE', 'NEW', 'SENT'])[n], n, 'reason ' || n, 'coupon:' || n
        FROM generate_series(1, 6) AS n""");
    troubles = new PostgresTroubles(database.dataSource());
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Test
  void listsThoseOfTheStatusesAskedForTheLatestFirst() {
    assertThat(keys(ALL, Optional.empty(), Optional.empty(), 9))
        .containsExactly("p:1:6", "p:1:5", "p:1:3", "p:1:2", "p:1:1");
    assertThat(
            keys(EnumSet.of(Status.PARKED, Status.FAILED), Optional.empty(), Optional.empty(), 9))
        .containsExactly("p:1:2", "p:1:1");
  }

  @Test
  void listsThoseOfOneCampaign() {
    assertThat(keys(ALL, Optional.of(WELCOME.id()), Optional.empty(), 9))
        .containsExactly("p:1:6", "p:1:2");
    assertThat(keys(ALL, Optional.of(SPRING.id()), Optional.empty(), 9))
        .containsExactly("p:1:5", "p:1:3", "p:1:1");
  }

  @Test
  void goesOnBehindAPlaceAlsoInTheMiddleOfAnInstant() {
    // given
    List<Trouble> first = troubles.orders(ALL, Optional.empty(), Optional.empty(), 1);
    // when
    Place place = first.getLast().place();
    // then
    assertThat(keys(ALL, Optional.empty(), Optional.of(place), 2))
        .containsExactly("p:1:5", "p:1:3");
  }

  @Test
  void tellsReasonAndAttempts() {
    assertThat(troubles.orders(Set.of(Status.PARKED), Optional.empty(), Optional.empty(), 1))
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.attempts()).isEqualTo(1);
              assertThat(order.reason()).contains("reason 1");
              assertThat(order.waitsFor()).contains("coupon:1");
            });
  }

  private static List<String> keys(
      Set<Status> statuses, Optional<CampaignId> campaign, Optional<Place> before, int most) {
    return troubles.orders(statuses, campaign, before, most).stream().map(Trouble::key).toList();
  }
}
