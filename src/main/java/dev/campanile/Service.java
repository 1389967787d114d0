package dev.campanile;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.campanile.adapter.folder.CampaignFolder;
import dev.campanile.adapter.kafka.KafkaEventLog;
import dev.campanile.adapter.kafka.KafkaTopic;
import dev.campanile.adapter.kafka.KafkaWorkers;
import dev.campanile.adapter.kafka.KafkaWorkers.Crew;
import dev.campanile.adapter.postgres.StoreClock;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.PartitionEngine.Ports;
import dev.campanile.engine.action.ActionExecutionControl;
import dev.campanile.engine.time.TimeControl;
import dev.campanile.engine.time.WakeUps;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.walk.Backfills;
import dev.campanile.walk.Endings;
import dev.campanile.walk.Launches;
import dev.campanile.walk.Migrations;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;

/**
 * The running service: what is started in which order, what is done every few seconds, and what is
 * stopped in which order.
 */
@Singleton
final class Service {

  private final KafkaTopic topic;
  private final KafkaEventLog log;
  private final RuleBookKeeper keeper;
  private final CampaignFolder folder;
  private final ActionExecutionControl execution;
  private final Endings endings;
  private final Backfills backfills;
  private final Migrations migrations;
  private final Launches launches;
  private final KafkaWorkers workers;
  private final StoreClock clock;
  private volatile boolean started;

  Service(
      Settings settings,
      KafkaTopic topic,
      KafkaEventLog log,
      Ports ports,
      WakeUps wakeUps,
      RuleBookKeeper keeper,
      CampaignFolder folder,
      ActionExecutionControl execution,
      Endings endings,
      Backfills backfills,
      Migrations migrations,
      Launches launches,
      StoreClock clock) {
    this.topic = topic;
    this.log = log;
    this.keeper = keeper;
    this.folder = folder;
    this.execution = execution;
    this.endings = endings;
    this.backfills = backfills;
    this.migrations = migrations;
    this.launches = launches;
    this.clock = clock;
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    this.workers =
        new KafkaWorkers(
            topic,
            crew(settings),
            ports.codec(),
            partition -> new PartitionEngine(ports, partition, owner),
            () -> new TimeControl(ports.hot(), wakeUps, keeper, clock, PartitionEngine.HORIZON),
            log);
  }

  void start(@Observes StartupEvent event) {
    clock.synchronise();
    topic.ensure();
    keeper.refresh(clock.instant());
    folder.start();
    execution.start();
    workers.start();
    started = true;
  }

  /** Intake first, so that what is accepted can still be judged; the log last. */
  void stop(@Observes ShutdownEvent event) {
    started = false;
    folder.close();
    workers.close();
    execution.close();
    log.close();
  }

  /** Whether events are being judged. */
  boolean ready() {
    return started && workers.alive();
  }

  @Scheduled(every = "5s", concurrentExecution = SKIP)
  void synchroniseClock() {
    if (started) {
      clock.synchronise();
    }
  }

  @Scheduled(every = "${campanile.campaigns.poll:PT1S}", concurrentExecution = SKIP)
  void lookForPublications() {
    if (started) {
      keeper.refresh(clock.instant());
      migrations.look();
    }
  }

  @Scheduled(every = "10s", concurrentExecution = SKIP)
  void sweepOutbox() {
    if (started) {
      execution.sweep(workers.owned());
    }
  }

  /**
   * Whoever is still inside a campaign that has ended is led out, though a crash broke a walk off.
   */
  @Scheduled(every = "10s", concurrentExecution = SKIP)
  void walkEndings() {
    if (started) {
      endings.walk();
    }
  }

  /** Whoever is still inside a version that a later one follows on is taken along. */
  @Scheduled(every = "10s", concurrentExecution = SKIP)
  void walkMigrations() {
    if (started) {
      migrations.walk();
    }
  }

  /** Whoever is there already is let into what is new, though a crash broke a walk off. */
  @Scheduled(every = "2s", concurrentExecution = SKIP)
  void walkBackfills() {
    if (started) {
      backfills.walk();
    }
  }

  /** Campaigns reach out when their time comes, though a crash broke a launch off. */
  @Scheduled(every = "1s", concurrentExecution = SKIP)
  void walkLaunches() {
    if (started) {
      launches.walk();
    }
  }

  private static Crew crew(Settings settings) {
    int workers = settings.batch().workers().orElse(2 * Runtime.getRuntime().availableProcessors());
    return new Crew(settings.log().group(), workers, settings.batch().size());
  }
}
