package dev.campanile.adapter.kafka;

import dev.campanile.engine.EventLog;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.time.TimeControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The workers of this process: threads that share the partitions of the log with those of other
 * processes.
 */
public final class KafkaWorkers implements AutoCloseable {

  private static final Duration STOPPING = Duration.ofSeconds(15);

  /**
   * How many workers there are, under which group name, and how many records a batch holds at most.
   */
  public record Crew(String group, int workers, int batchSize) {}

  private final List<KafkaWorker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Set<Integer> owned = KafkaWorker.noPartitions();
  private final Set<Integer> refused = KafkaWorker.noPartitions();

  public KafkaWorkers(
      KafkaTopic topic,
      Crew crew,
      SignalCodec codec,
      IntFunction<PartitionEngine> engines,
      Supplier<TimeControl> times,
      EventLog log) {
    var parts =
        new KafkaWorker.Parts(
            topic, crew.group(), crew.batchSize(), codec, engines, times, log, owned, refused);
    for (int i = 0; i < crew.workers(); i++) {
      KafkaWorker worker = new KafkaWorker(parts);
      workers.add(worker);
      threads.add(Thread.ofPlatform().name("campanile-worker-" + i).unstarted(worker));
    }
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  /** The partitions that this process owns now. */
  public Set<Integer> owned() {
    return Set.copyOf(owned);
  }

  /** Whether every worker is alive, and none has been given a log that is not the one it knows. */
  public boolean alive() {
    return refused.isEmpty() && threads.stream().allMatch(Thread::isAlive);
  }

  /** Lets every worker finish its batch and leave the group. */
  @Override
  public void close() {
    workers.forEach(KafkaWorker::stop);
    for (Thread thread : threads) {
      try {
        thread.join(STOPPING);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
