package dev.campanile;

import dev.campanile.adapter.folder.CampaignFolder;
import dev.campanile.adapter.kafka.KafkaProbe;
import dev.campanile.adapter.kafka.KafkaTopic;
import dev.campanile.adapter.postgres.PostgresDirectory;
import dev.campanile.adapter.postgres.PostgresProbes;
import dev.campanile.adapter.postgres.PostgresPulses;
import dev.campanile.adapter.postgres.PostgresTimelines;
import dev.campanile.adapter.postgres.PostgresTroubles;
import dev.campanile.adapter.redis.RedisProbe;
import dev.campanile.api.monitor.ComponentDesk;
import dev.campanile.api.monitor.FolderProbe;
import dev.campanile.api.monitor.LiveDesk;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.monitor.Component.Probe;
import dev.campanile.engine.monitor.Directory;
import dev.campanile.engine.monitor.Pulses;
import dev.campanile.engine.monitor.Timelines;
import dev.campanile.engine.monitor.Troubles;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Ledger;
import dev.campanile.engine.warehouse.Ledger.Progress;
import dev.campanile.engine.warehouse.StateCodec;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The Monitoring Center: where people's questions about what goes on are answered from. */
@Singleton
final class Monitoring {

  /** Whoever asks how a component is does not wait longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Produces
  @Singleton
  Pulses pulses(DataSource dataSource) {
    return new PostgresPulses(dataSource);
  }

  @Produces
  @Singleton
  Directory directory(DataSource dataSource, StateCodec codec) {
    return new PostgresDirectory(dataSource, codec);
  }

  @Produces
  @Singleton
  Timelines timelines(DataSource dataSource, StateCodec codec) {
    return new PostgresTimelines(dataSource, codec);
  }

  @Produces
  @Singleton
  Troubles troubles(DataSource dataSource) {
    return new PostgresTroubles(dataSource);
  }

  @Produces
  @Singleton
  LiveDesk live(Pulses pulses, CampaignStore store, CampaignReader reader, Clock clock) {
    return new LiveDesk(pulses, store, reader, clock, LiveDesk.EACH);
  }

  @Produces
  @Singleton
  ComponentDesk components(
      DataSource dataSource, Redis redis, KafkaTopic topic, Ledger ledger, CampaignFolder folder) {
    Supplier<Map<Integer, Long>> judged =
        () ->
            ledger.progress().stream()
                .collect(Collectors.toMap(Progress::partition, Progress::nextOffset));
    List<Probe> probes = new ArrayList<>(new PostgresProbes(dataSource).all());
    probes.addAll(
        List.of(new RedisProbe(redis), new KafkaProbe(topic, judged), new FolderProbe(folder)));
    return new ComponentDesk(probes, Thread::startVirtualThread, PATIENCE);
  }
}
