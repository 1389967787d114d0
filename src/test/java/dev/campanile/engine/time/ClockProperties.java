package dev.campanile.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonSignals;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.Committed;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.InMemoryHotStore;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The clock of a service jumps, drifts, and is set back; that of the store goes its way. Wake-ups
 * are lost and come twice, and the hot store is flushed.
 */
final class ClockProperties {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int USERS = 40;
  private static final int ROUNDS = 150;
  private static final RuleBook BOOK =
      Books.of(
          Languages.campaign(
              """
              campaign: c
              entry: [ { when: [["event begin"]], to: wait } ]
              nodes: { wait: {}, done: {} }
              edges: [ { from: wait, to: done, when: [["after PT1M"]] } ]
              """));

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyTimerFiresOnceAndNoneEarly(@ForAll long seed) {
    var service = new Service(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      service.round();
    }
    service.comeToItsSenses();
    assertThat(service.fired).hasSize(USERS);
    service.fired.forEach((user, times) -> assertThat(times).as(user.text()).hasSize(1));
    assertThat(service.early).isEmpty();
  }

  private static final class Service {

    private final Random random;
    private final ManualClock ofStore = new ManualClock(NOON);
    private final ManualClock own = new ManualClock(NOON);
    private final InMemoryWarehouse warehouse = new InMemoryWarehouse(ofStore);
    private final InMemoryHotStore hot = new InMemoryHotStore();
    private final TimeControl time =
        new TimeControl(hot, warehouse, () -> BOOK, own, PartitionEngine.HORIZON);
    private final Map<UserId, List<Instant>> fired = new HashMap<>();
    private final List<Fact> early = new ArrayList<>();
    private final PartitionEngine engine;
    private int entered;

    private Service(Random random) {
      this.random = random;
      this.engine =
          new PartitionEngine(
              new PartitionEngine.Ports(
                  warehouse,
                  hot,
                  () -> BOOK,
                  () -> {},
                  new JsonSignals(),
                  signal -> Detail.NONE,
                  this::hear),
              0,
              "service");
    }

    private void round() {
      Duration step = Duration.ofMillis(random.nextInt(3_000));
      ofStore.tick(step);
      own.tick(random.nextInt(4) == 0 ? step.multipliedBy(2) : step);
      switch (random.nextInt(12)) {
        case 0 -> own.tick(HOUR);
        case 1 -> own.tick(HOUR.negated());
        case 2 -> hot.flush();
        default -> enter();
      }
      List<Signal> signals = new ArrayList<>(time.tick(engine.namespace()));
      signals.removeIf(lost -> random.nextInt(8) == 0);
      signals.addAll(signals.stream().filter(twice -> random.nextInt(8) == 0).toList());
      judge(signals);
    }

    /** The clock is right again, and nothing gets lost any more. */
    private void comeToItsSenses() {
      while (entered < USERS) {
        enter();
      }
      own.tick(Duration.between(own.instant(), ofStore.instant()));
      for (int second = 0; second < 120; second++) {
        ofStore.tick(Duration.ofSeconds(1));
        own.tick(Duration.ofSeconds(1));
        judge(time.tick(engine.namespace()));
      }
      engine.close();
    }

    private void enter() {
      if (entered < USERS) {
        var id = new EventId("test", "e" + entered);
        var user = new UserId("user-" + entered++);
        var event = new Event(id, "begin", user, ofStore.instant(), new Attributes(Map.of()));
        judge(List.of(new Signal.Happened(event)));
      }
    }

    private void judge(List<Signal> signals) {
      List<LogRecord> records = new ArrayList<>();
      for (Signal signal : signals) {
        records.add(new LogRecord.Readable(engine.nextOffset() + records.size(), signal));
      }
      if (!records.isEmpty()) {
        engine.process(records);
      }
      for (Signal signal : signals) {
        if (signal instanceof Signal.WakeUp wakeUp) {
          time.judged(wakeUp);
        }
      }
    }

    private void hear(Committed batch) {
      for (Judged judged : batch.judged()) {
        for (Fact fact : judged.step().facts()) {
          if (fact instanceof Fact.Moved moved && moved.to().text().equals("done")) {
            UserId user = judged.signal().user();
            fired.computeIfAbsent(user, first -> new ArrayList<>()).add(moved.at());
            if (ofStore.instant().isBefore(moved.at())) {
              early.add(moved);
            }
          }
        }
      }
    }
  }
}
