package dev.campanile.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryWalks;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.ScriptedLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackfillsTest {

  private static final CampaignId VIP = new CampaignId("vip");
  private static final CampaignKey FIRST = new CampaignKey(VIP, 1);

  private static final String PROFILE = "[[\"user.vip eq true\"]]";
  private static final String EVENT = "[[\"event order.paid\"], [\"user.vip eq true\"]]";

  private final ManualClock clock = ManualClock.atNoon();
  private final TreeSet<UserId> strangers = new TreeSet<>();
  private final ScriptedLog log = new ScriptedLog();
  private final InMemoryWalks walks = new InMemoryWalks();
  private final InMemoryCampaignStore store = new InMemoryCampaignStore(key -> false);
  private final Backfills backfills = backfills("one");

  @Test
  void tellsAllUsersToBeLookedAtWhenACampaignIsNew() {
    // given
    users(2_500);
    publish(PROFILE, "");
    // when
    backfills.walk();
    // then
    assertThat(log.kept())
        .extracting(Signal::user)
        .containsExactlyElementsOf(strangers)
        .hasSize(2_500);
    assertThat(log.kept())
        .allMatch(
            signal -> signal instanceof Signal.Reviewed reviewed && reviewed.since().equals(FIRST));
    assertThat(progress().state()).isEqualTo(State.DONE);
    assertThat(progress().done()).isEqualTo(2_500);
    assertThat(progress().total()).isEqualTo(2_500);
  }

  @Test
  void walksOnceHoweverOftenItIsCalled() {
    // given
    users(10);
    publish(PROFILE, "");
    // when
    backfills.walk();
    backfills.walk();
    backfills("two").walk();
    // then
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void leavesCampaignsAloneThatOnlyAnEventOpens() {
    // given
    users(10);
    publish(EVENT, "");
    // when
    backfills.walk();
    // then
    assertThat(log.kept()).isEmpty();
    assertThat(progress().state()).isEqualTo(State.NOT_NEEDED);
  }

  @Test
  void walksAgainWhereTheAudienceChangesAndNotWhereAnEdgeDoes() {
    // given
    users(10);
    publish(PROFILE, "");
    backfills.walk();
    // when
    publish(PROFILE, "name: another\n");
    backfills.walk();
    int afterTheName = log.kept().size();
    publish(PROFILE, "name: another\naudience: { where: [[\"user.age gte 18\"]] }\n");
    backfills.walk();
    // then
    assertThat(afterTheName).isEqualTo(10);
    assertThat(log.kept()).hasSize(20);
    assertThat(Backfills.campaign(progress())).isEqualTo(new CampaignKey(VIP, 3));
  }

  @Test
  void walksAgainWhereTheScheduleOfDatesChanges() {
    // given
    users(10);
    publishDated("2027-01-01");
    backfills.walk();
    // when
    publishDated("2028-01-01");
    backfills.walk();
    // then
    assertThat(log.kept()).hasSize(20);
  }

  @Test
  void walksAgainWhereAListHasChanged() {
    // given
    users(10);
    String audience = "audience: { list: users.csv }\n";
    publish(PROFILE, audience, Map.of("users.csv", "hash-1"));
    backfills.walk();
    // when
    publish(PROFILE, audience, Map.of("users.csv", "hash-2"));
    backfills.walk();
    // then
    assertThat(log.kept()).hasSize(20);
  }

  @Test
  void goesOnWhereItStoppedWhenTheLogWasAway() {
    // given
    users(2_500);
    publish(PROFILE, "");
    log.failAfter(1);
    backfills.walk();
    Walk broken = progress();
    log.mend();
    // when
    backfills.walk();
    // then
    assertThat(broken.state()).isEqualTo(State.WALKING);
    assertThat(broken.done()).isEqualTo(1_000);
    assertThat(log.kept()).extracting(Signal::user).containsExactlyElementsOf(strangers);
    assertThat(progress().done()).isEqualTo(2_500);
  }

  @Test
  void isTakenOverByAnotherInstanceWhenItsOwnerIsGone() {
    // given
    users(10);
    publish(PROFILE, "");
    String name = backfills.of(store.shelf().campaigns().getFirst()).name();
    walks.claim(name, "killed", clock.instant(), clock.instant().plusSeconds(60));
    backfills.walk();
    int whileClaimed = log.kept().size();
    // when
    clock.tick(Duration.ofSeconds(60));
    backfills.walk();
    // then
    assertThat(whileClaimed).isZero();
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void waitsWhileTheCampaignIsPausedAndGivesUpWhenItHasEnded() {
    // given
    users(10);
    publish(PROFILE, "");
    store.status(VIP, Status.PAUSED, clock.instant());
    backfills.walk();
    State paused = progress().state();
    // when
    store.status(VIP, Status.ENDED, clock.instant());
    backfills.walk();
    // then
    assertThat(paused).isEqualTo(State.WALKING);
    assertThat(progress().state()).isEqualTo(State.GIVEN_UP);
    assertThat(log.kept()).isEmpty();
  }

  private Walk progress() {
    return backfills.of(store.shelf().campaigns().getFirst());
  }

  private Backfills backfills(String owner) {
    return new Backfills(
        store,
        Languages.reader(),
        walks,
        known(),
        new UserWalk(new LogWriter(log, Duration.ofMillis(50)), clock),
        clock,
        owner,
        Runnable::run);
  }

  private void users(int count) {
    IntStream.range(0, count).forEach(i -> strangers.add(new UserId("user-" + i)));
  }

  private void publishDated(String end) {
    String yaml =
        """
        campaign: vip
        schedule: { end: %s }
        entry: [ { launch: { date: user.birthday, repeat: yearly }, to: hello } ]
        nodes: { hello: {} }
        """
            .formatted(end);
    store.publish(VIP, yaml, Map.of(), yaml, clock.instant());
  }

  private void publish(String when, String rest) {
    publish(when, rest, Map.of());
  }

  private void publish(String when, String rest, Map<String, String> files) {
    String yaml =
        """
        campaign: vip
        entry: [ { when: %s, to: hello } ]
        nodes: { hello: {} }
        """
                .formatted(when)
            + rest;
    store.publish(VIP, yaml, files, yaml + files, clock.instant());
  }

  private KnownUsers known() {
    return new KnownUsers() {
      @Override
      public long count() {
        return strangers.size();
      }

      @Override
      public List<UserId> all(Optional<UserId> after, int most) {
        return strangersTo(VIP, after, most);
      }

      @Override
      public List<UserId> strangersTo(CampaignId campaign, Optional<UserId> after, int most) {
        return after.map(last -> strangers.tailSet(last, false)).orElse(strangers).stream()
            .limit(most)
            .toList();
      }
    };
  }
}
