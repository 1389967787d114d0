package dev.campanile.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Attachments.Attachment;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import dev.campanile.testkit.InMemoryAttachments;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryCapsStore;
import dev.campanile.testkit.InMemoryWalks;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.ScriptedLog;
import dev.campanile.testkit.TextCompiler;
import dev.campanile.translator.RuleBookKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LaunchesTest {

  private static final CampaignId MAY = new CampaignId("may");
  private static final String AT_ONE = "at: 2026-07-01T13:00";
  private static final Instant ONE = Instant.parse("2026-07-01T13:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = ManualClock.atNoon();
  private final TreeSet<UserId> known = new TreeSet<>();
  private final ScriptedLog log = new ScriptedLog();
  private final InMemoryWalks walks = new InMemoryWalks();
  private final InMemoryCampaignStore store = new InMemoryCampaignStore(key -> false);
  private final InMemoryAttachments attachments = new InMemoryAttachments();
  private final RuleBookKeeper keeper =
      new RuleBookKeeper(
          store,
          new InMemoryCapsStore(store),
          attachments,
          Languages.reader(),
          Languages.books(new TextCompiler()),
          Conventions.DEFAULT);
  private final Launches launches = launches("one");

  @Test
  void tellsEverybodyKnownWhenItsTimeHasCome() {
    // given
    users(2_500);
    publish(AT_ONE, "");
    round(HOUR.minus(SECOND));
    int early = log.kept().size();
    // when
    round(SECOND);
    // then
    assertThat(early).isZero();
    assertThat(log.kept()).extracting(Signal::user).containsExactlyElementsOf(known).hasSize(2_500);
    assertThat(log.kept())
        .allMatch(new Launched(new CampaignKey(MAY, 1), 2, ONE)::isOf, "tells of the tick");
    assertThat(progress().state()).isEqualTo(State.DONE);
    assertThat(progress().total()).isEqualTo(2_500);
  }

  @Test
  void launchesATickOnceHoweverManyLookAtTheClock() {
    // given
    users(10);
    publish(AT_ONE, "");
    // when
    round(HOUR);
    launches("two").walk();
    round(HOUR);
    // then
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void launchesATickOnceThoughTheCampaignIsPublishedAgain() {
    // given
    users(10);
    publish(AT_ONE, "");
    round(HOUR);
    // when
    publish(AT_ONE + ", rate: 60/min", "name: another\n");
    round(HOUR);
    // then
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void leavesATickAloneThatWasOverWhenItWasPublished() {
    // given
    users(10);
    clock.tick(HOUR.plusSeconds(1));
    publish(AT_ONE, "");
    // when
    round(HOUR);
    // then
    assertThat(log.kept()).isEmpty();
    assertThat(walks.latest("launch/", 9)).isEmpty();
  }

  @Test
  void makesUpForATickWhenNobodyLooked() {
    // given
    users(10);
    publish(AT_ONE, "");
    // when
    round(Duration.ofDays(3));
    // then
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void keepsItsRateEvenly() {
    // given
    users(100);
    publish(AT_ONE + ", rate: 600/min", "");
    round(HOUR);
    int first = log.kept().size();
    // when
    IntStream.range(0, 4).forEach(i -> round(SECOND));
    int afterFourSeconds = log.kept().size();
    IntStream.range(0, 60).forEach(i -> round(SECOND));
    // then
    assertThat(first).isEqualTo(10);
    assertThat(afterFourSeconds).isEqualTo(50);
    assertThat(log.kept()).hasSize(100);
  }

  @Test
  void doesNotBurstAfterItHasWaited() {
    // given
    users(1_000);
    publish(AT_ONE + ", rate: 600/min", "");
    round(HOUR);
    // when
    round(HOUR);
    // then
    assertThat(log.kept()).hasSizeBetween(11, 50);
  }

  @Test
  void waitsWhileTheCampaignIsPausedAndGoesOnThen() {
    // given
    users(10);
    publish(AT_ONE, "");
    status(Status.PAUSED);
    round(HOUR);
    int paused = log.kept().size();
    // when
    status(Status.RUNNING);
    round(HOUR);
    // then
    assertThat(paused).isZero();
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void tellsOnceMoreWhomAPauseMayHaveKeptOut() {
    // given
    users(10);
    publish(AT_ONE, "");
    round(HOUR);
    status(Status.PAUSED);
    round(SECOND);
    int paused = log.kept().size();
    // when
    status(Status.RUNNING);
    round(SECOND);
    round(SECOND);
    launches("two").walk();
    // then
    assertThat(paused).isEqualTo(10);
    assertThat(log.kept()).hasSize(20);
    assertThat(log.kept())
        .allMatch(new Launched(new CampaignKey(MAY, 1), 2, ONE)::isOf, "tells of the tick");
  }

  @Test
  void leavesATickAloneThatWasOverLongBeforeAPause() {
    // given
    users(10);
    publish(AT_ONE, "");
    round(HOUR);
    round(HOUR.multipliedBy(2));
    // when
    status(Status.PAUSED);
    round(HOUR);
    status(Status.RUNNING);
    round(SECOND);
    // then
    assertThat(log.kept()).hasSize(10);
  }

  @Test
  void isGivenUpWhereTheCampaignEnds() {
    // given
    users(100);
    publish(AT_ONE + ", rate: 60/min", "");
    round(HOUR);
    // when
    status(Status.ENDED);
    round(SECOND);
    // then
    assertThat(progress().state()).isEqualTo(State.GIVEN_UP);
    assertThat(log.kept()).hasSize(1);
  }

  @Test
  void isGivenUpWhereTheScheduleIsOver() {
    // given
    users(100);
    publish(AT_ONE + ", rate: 60/min", "schedule: { end: 2026-07-01T13:01 }\n");
    round(HOUR);
    // when
    round(Duration.ofMinutes(1));
    // then
    assertThat(progress().state()).isEqualTo(State.GIVEN_UP);
  }

  @Test
  void isGivenUpWhereALaterVersionHasNoSuchLaunch() {
    // given
    users(100);
    publish(AT_ONE + ", rate: 60/min", "");
    round(HOUR);
    publish("at: 2026-07-02T13:00", "");
    round(SECOND);
    State soon = progress().state();
    // when
    round(Duration.ofMinutes(1));
    // then
    assertThat(soon).as("while others may know better").isEqualTo(State.WALKING);
    assertThat(progress().state()).isEqualTo(State.GIVEN_UP);
  }

  @Test
  void reachesWhomTheListNamesKnownOrNot() {
    // given
    users(10);
    attachments.keep("vips.csv", "user-3\nstranger\n", clock.instant());
    publish(AT_ONE, "audience: { list: vips.csv }\n");
    // when
    round(HOUR);
    // then
    assertThat(log.kept())
        .extracting(signal -> signal.user().text())
        .containsExactly("stranger", "user-3");
  }

  @Test
  void isGoneOnWithWithinSecondsWhenItsOwnerIsKilled() {
    // given
    users(2_500);
    publish(AT_ONE, "");
    log.failAfter(1);
    round(HOUR);
    log.mend();
    walks.claim(progress().name(), "killed", clock.instant(), clock.instant().plusSeconds(15));
    round(SECOND);
    int claimed = log.kept().size();
    // when
    round(Duration.ofSeconds(15));
    // then
    assertThat(claimed).isEqualTo(1_000);
    assertThat(log.kept()).extracting(Signal::user).containsExactlyElementsOf(known);
  }

  private record Launched(CampaignKey campaign, int entry, Instant tick) {

    boolean isOf(Signal signal) {
      return signal instanceof Signal.Launched told
          && told.campaign().equals(campaign)
          && told.entry() == entry
          && told.tick().equals(tick);
    }
  }

  private Walk progress() {
    return walks.latest("launch/may/", 1).getFirst();
  }

  private void round(Duration later) {
    clock.tick(later);
    keeper.refresh(clock.instant());
    launches.walk();
  }

  private void status(Status status) {
    store.status(MAY, status, clock.instant());
  }

  private void users(int count) {
    IntStream.range(0, count).forEach(i -> known.add(new UserId("user-" + i)));
  }

  private void publish(String launch, String rest) {
    String yaml =
        """
        campaign: may
        entry:
          - { when: [["event a"]], to: hello }
          - { launch: { %s }, to: hello }
        nodes: { hello: {} }
        """
                .formatted(launch)
            + rest;
    Map<String, String> files =
        attachments.all().stream().collect(Collectors.toMap(Attachment::name, Attachment::hash));
    store.publish(MAY, yaml, files, yaml, clock.instant());
    keeper.refresh(clock.instant());
  }

  private Launches launches(String owner) {
    return new Launches(
        keeper,
        store,
        Languages.reader(),
        walks,
        all(),
        new UserWalk(new LogWriter(log, Duration.ofMillis(50)), clock),
        clock,
        owner);
  }

  private KnownUsers all() {
    return new KnownUsers() {
      @Override
      public long count() {
        return known.size();
      }

      @Override
      public List<UserId> all(Optional<UserId> after, int most) {
        return after.map(last -> known.tailSet(last, false)).orElse(known).stream()
            .limit(most)
            .toList();
      }

      @Override
      public List<UserId> strangersTo(CampaignId campaign, Optional<UserId> after, int most) {
        return all(after, most);
      }
    };
  }
}
