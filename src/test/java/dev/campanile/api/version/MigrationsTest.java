package dev.campanile.api.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonSignals;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.draft.Approval;
import dev.campanile.engine.Committed;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.plan.Group.Share;
import dev.campanile.engine.plan.Prospect;
import dev.campanile.engine.plan.Prospect.Fate;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.testkit.InMemoryAttachments;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryCapsStore;
import dev.campanile.testkit.InMemoryCrowds;
import dev.campanile.testkit.InMemoryHotStore;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.ScriptedLog;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignPublisher.Publication.Published;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.translator.check.Checks;
import dev.campanile.walk.Migrations;
import dev.campanile.walk.UserWalk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a new version takes along, and whether that is what the plan said. */
final class MigrationsTest {

  private static final CampaignId C = new CampaignId("c");
  private static final CampaignKey SECOND = new CampaignKey(C, 2);
  private static final int USERS = 30;

  @TempDir private static Path COMPILED;

  private final ManualClock clock = ManualClock.atNoon();
  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(clock);
  private final InMemoryCrowds crowds = new InMemoryCrowds(warehouse);
  private final InMemoryCampaignStore store =
      new InMemoryCampaignStore(
          key -> crowds.of(key.id()).stream().anyMatch(one -> one.spot().campaign().equals(key)));
  private final InMemoryAttachments attachments = new InMemoryAttachments();
  private final DroolsRuleCompiler compiler = new DroolsRuleCompiler(COMPILED);
  private final RuleBookKeeper keeper =
      new RuleBookKeeper(
          store,
          new InMemoryCapsStore(store),
          attachments,
          Languages.reader(),
          Languages.books(compiler),
          Conventions.DEFAULT);
  private final CampaignPublisher publisher =
      new CampaignPublisher(
          Languages.translator(new Checks(action -> List.of(), Languages.templates()), compiler),
          store,
          keeper);
  private final ScriptedLog log = new ScriptedLog();
  private final Migrations migrations = migrations(crowds);
  private final PartitionEngine engine = engine();
  private int read;

  @AfterEach
  void close() {
    engine.close();
  }

  /** A shorter wait, a node that is gone, another condition, as each rule takes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pin|wait|after P10D",
        "follow|wait|after P10D",
        "{ migrate: { wait: hold } }|hold|after P10D",
        "pin|hold|after P30D",
        "follow|hold|after P30D",
        "{ migrate: { wait: hold } }|hold|after P30D",
        "pin|wait|user.vip eq true",
        "follow|wait|user.vip eq true",
        "{ migrate: { wait: hold } }|hold|user.vip eq true",
        "follow|wait|count(a) gte 0",
      })
  void doWhatThePlanSaid(String onChange, String node, String trigger) {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    String next = campaign(onChange, node, trigger);
    // when
    Map<Prospect, Long> planned = planned(next, PlanDesk.MOST);
    publish(next);
    migrations.walk();
    judge();
    // then
    assertThat(happened()).isEqualTo(planned);
    assertThat(planned.values().stream().mapToLong(count -> count).sum()).isEqualTo(USERS);
  }

  @Test
  void takeASampleWhereThereAreTooMany() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    // when
    Plan plan = plan(campaign("follow", "wait", "after P10D"), 7);
    // then
    assertThat(plan.groups()).hasSize(1);
    assertThat(plan.groups().getFirst().exact()).isFalse();
    assertThat(plan.groups().getFirst().told()).isEqualTo(7);
    assertThat(PlanText.of(plan))
        .contains("30 users go on under version 2 at wait (7 were looked at)");
  }

  @Test
  void tellNobodyOncePeopleAreThereOrTheCampaignIsPaused() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    publish(campaign("follow", "wait", "after P20D"));
    store.status(C, Status.PAUSED, clock.instant());
    // when
    migrations.walk();
    long paused = log.kept().size();
    store.status(C, Status.RUNNING, clock.instant());
    migrations.look();
    judge();
    long resumed = log.kept().size();
    clock.tick(Duration.ofHours(1));
    migrations.walk();
    // then
    assertThat(paused).isZero();
    assertThat(resumed).isEqualTo(USERS);
    assertThat(log.kept()).hasSize(USERS).allMatch(Signal.Migrated.class::isInstance);
  }

  @Test
  void tellAgainWhoWasNotTakenAlongAfterAPause() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    publish(campaign("follow", "wait", "after P20D"));
    // when
    migrations.walk();
    migrations.walk();
    int atOnce = log.kept().size();
    clock.tick(Duration.ofSeconds(11));
    migrations.walk();
    // then
    assertThat(atOnce).isEqualTo(USERS);
    assertThat(log.kept()).hasSize(2 * USERS);
  }

  @Test
  void lookForThoseWhoStayBehindEverMoreRarely() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    publish(campaign("follow", "hold", "after P20D"));
    var looks = new AtomicInteger();
    Crowds counted = asking(looks::incrementAndGet);
    Migrations walks = migrations(counted);
    // when
    for (int second = 0; second < 100; second++) {
      walks.walk();
      clock.tick(Duration.ofSeconds(1));
    }
    // then
    assertThat(log.kept()).isEmpty();
    assertThat(looks).hasValue(4);
  }

  @Test
  void refuseMorePlansThanMayBeMadeAtATime() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    var next = new Candidate(campaign("follow", "wait", "after P10D"), Map.of());
    var desk = new AtomicReference<PlanDesk>();
    Crowds nested = asking(() -> desk.get().plan(next));
    desk.set(planDesk(nested, PlanDesk.MOST));
    // then
    assertThatThrownBy(() -> desk.get().plan(next))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(429));
    desk.set(planDesk(crowds, PlanDesk.MOST));
    assertThat(desk.get().plan(next).groups()).hasSize(1);
  }

  @Test
  void goOnLaterWhereTheLogIsAway() {
    // given
    publish(campaign("pin", "wait", "after P30D"));
    enter();
    publish(campaign("follow", "wait", "after P20D"));
    log.fail();
    // when
    migrations.walk();
    log.mend();
    migrations.walk();
    judge();
    // then
    assertThat(crowds.of(C)).extracting(one -> one.spot().campaign()).containsOnly(SECOND);
  }

  private Map<Prospect, Long> planned(String next, int most) {
    Map<Prospect, Long> planned = new HashMap<>();
    plan(next, most)
        .groups()
        .forEach(
            group ->
                group
                    .shares()
                    .forEach((Share one) -> planned.put(one.prospect(), one.participations())));
    return planned;
  }

  private Migrations migrations(Crowds whom) {
    var walk = new UserWalk(new LogWriter(log, Duration.ofMillis(50)), clock);
    return new Migrations(store, Languages.reader(), whom, walk, clock, Runnable::run);
  }

  /** The same crowds; something is done whenever somebody asks where they are. */
  private Crowds asking(Runnable asked) {
    return new Crowds() {
      @Override
      public Map<CampaignId, Long> sizes() {
        return crowds.sizes();
      }

      @Override
      public List<Crowd> of(CampaignId campaign) {
        asked.run();
        return crowds.of(campaign);
      }

      @Override
      public List<Spot> spots(CampaignId campaign) {
        asked.run();
        return crowds.spots(campaign);
      }

      @Override
      public List<UserId> at(Spot spot, Optional<UserId> after, int most) {
        return crowds.at(spot, after, most);
      }

      @Override
      public List<UserId> sample(Spot spot, int most) {
        return crowds.sample(spot, most);
      }
    };
  }

  private Plan plan(String next, int most) {
    return planDesk(crowds, most).plan(new Candidate(next, Map.of()));
  }

  private PlanDesk planDesk(Crowds whom, int most) {
    var versions =
        new VersionDesk(
            Approval.OFF, publisher, store, Languages.reader(), keeper, crowds, migrations, clock);
    var files = new AttachmentKeeper(attachments, Languages.attacher()).latest();
    return new PlanDesk(publisher, store, versions, keeper, whom, warehouse, files, clock, most);
  }

  /** What has become of everybody, read from the warehouse alone. */
  private Map<Prospect, Long> happened() {
    Map<String, List<String>> orders = new HashMap<>();
    Map<String, Participation> last = new HashMap<>();
    Map<String, Integer> arrivals = new HashMap<>();
    warehouse
        .states()
        .forEach(state -> state.participations().forEach(one -> last.put(one.id(), one)));
    warehouse
        .kept()
        .forEach(
            kept -> {
              kept.judged().step().over().forEach(one -> last.put(one.id(), one));
              if (kept.judged().signal() instanceof Signal.Migrated) {
                kept.judged()
                    .step()
                    .orders()
                    .forEach(
                        order ->
                            orders
                                .computeIfAbsent(
                                    order.key().participation(), id -> new ArrayList<>())
                                .add(order.kind()));
              }
            });
    Map<Prospect, Long> happened = new HashMap<>();
    last.values().forEach(one -> happened.merge(prospect(one, orders), 1L, Long::sum));
    return happened;
  }

  private static Prospect prospect(Participation one, Map<String, List<String>> orders) {
    Fate fate = one.campaign().version() == 1 ? Fate.STAYS : Fate.WAITS;
    if (one.moves() > 1) {
      fate = Fate.MOVES;
    }
    return new Prospect(
        one.active() ? fate : Fate.ENDS,
        one.campaign().version(),
        one.node(),
        one.active() ? Optional.empty() : Optional.of(one.status()),
        orders.getOrDefault(one.id(), List.of()));
  }

  private void publish(String text) {
    assertThat(publisher.publish(text, clock.instant())).isInstanceOf(Published.class);
  }

  /** Users who came a day apart, the last one now; every third a VIP. */
  private void enter() {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      var user = new UserId("user-" + i);
      Instant time = clock.instant().minus(Duration.ofDays(USERS - 1 - i));
      if (i % 3 == 0) {
        records.add(
            new LogRecord.Readable(
                read++, new Signal.ProfileChanged(user, Map.of("vip", true), time)));
      }
      var event = new Event(new EventId("", "e"), "start", user, time, Attributes.NONE);
      records.add(new LogRecord.Readable(read++, new Signal.Happened(event)));
    }
    engine.process(records);
  }

  /** Lets the engine judge what the walks have told. */
  private void judge() {
    List<Signal> told = log.kept();
    List<LogRecord> records =
        IntStream.range(0, told.size())
            .<LogRecord>mapToObj(i -> new LogRecord.Readable(read + i, told.get(i)))
            .toList();
    if (!records.isEmpty()) {
      read += records.size();
      engine.process(records);
    }
  }

  private PartitionEngine engine() {
    Committed.Listener nobody = batch -> {};
    return new PartitionEngine(
        new PartitionEngine.Ports(
            warehouse,
            new InMemoryHotStore(),
            keeper,
            () -> keeper.refresh(clock.instant()),
            new JsonSignals(),
            signal -> Detail.NONE,
            nobody),
        0,
        "test");
  }

  private static String campaign(String onChange, String node, String trigger) {
    return """
        campaign: c
        on-change: %1$s
        entry: [ { when: [["event start"]], to: %2$s } ]
        nodes:
          %2$s: { actions: [ {log: {text: hi}} ] }
          remind: { actions: [ {log: {text: bye}} ] }
          done: {}
        edges:
          - { from: %2$s, to: remind, when: [["%3$s"]] }
          - { from: remind, to: done, when: [["after P90D"]] }
        """
        .formatted(onChange, node, trigger);
  }
}
