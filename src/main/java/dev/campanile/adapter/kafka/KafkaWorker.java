package dev.campanile.adapter.kafka;

import dev.campanile.engine.EventLog;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.PartitionEngine;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.time.TimeControl;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * One reader of the log: polls the partitions that the group gives it, and lets each one's engine
 * judge batch by batch.
 *
 * <p>Where to read on is the warehouse's word, sought on assignment; Kafka's own offsets are
 * committed for dashboards alone. A fenced worker leaves the group and joins it anew, so that a
 * zombie takes nothing back.
 */
final class KafkaWorker implements Runnable {

  /** What a worker is given. */
  record Parts(
      KafkaTopic topic,
      String group,
      int batchSize,
      SignalCodec codec,
      IntFunction<PartitionEngine> engines,
      Supplier<TimeControl> times,
      EventLog log,
      Collection<Integer> owned,
      Collection<Integer> refused) {}

  private static final Logger LOG = Logger.getLogger(KafkaWorker.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** Each is a record that Kafka writes, and nobody reads more often. */
  private static final Duration COMMITS = Duration.ofSeconds(1);

  private final Parts parts;
  private final Map<Integer, Assigned> assigned = new TreeMap<>();
  private final Map<Integer, List<LogRecord>> gathered = new TreeMap<>();
  private final Consumer<byte[], byte[]> consumer;
  private volatile boolean running = true;
  private long committedAt = System.nanoTime();

  private record Assigned(PartitionEngine engine, TimeControl time) {}

  KafkaWorker(Parts parts) {
    this.parts = parts;
    this.consumer =
        new KafkaConsumer<>(
            parts
                .topic()
                .client(
                    Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        parts.group(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // Never guess where to read on: a lost offset stops the partition.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        parts.batchSize(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_000,
                        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                        1)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  static Set<Integer> noPartitions() {
    return new ConcurrentSkipListSet<>();
  }

  @Override
  public void run() {
    try {
      subscribe();
      work();
    } finally {
      close();
    }
  }

  private void work() {
    while (running) {
      try {
        turn();
      } catch (WakeupException stopping) {
        running = false;
      } catch (Fenced fenced) {
        LOG.warnf("%s Joining the group anew.", fenced.getMessage());
        rejoin();
      } catch (Unavailable | KafkaException unavailable) {
        LOG.warnf(
            "The log or the warehouse does not answer, trying again: %s", unavailable.getMessage());
        rejoin();
        pause();
      } catch (RuntimeException bug) {
        LOG.error("A batch could not be judged, trying again.", bug);
        rejoin();
        pause();
      }
    }
  }

  void stop() {
    running = false;
    consumer.wakeup();
  }

  private void turn() {
    gather();
    for (var batch : gathered.entrySet()) {
      process(assigned.get(batch.getKey()), batch.getValue());
    }
    commitForDashboards();
    assigned.values().forEach(this::tick);
  }

  /**
   * Polls what there is. An event often comes in a poll of its own while the wake-ups that were
   * sent before it are on their way: they are waited for, for a moment, since each batch is a
   * transaction.
   */
  private void gather() {
    gathered.clear();
    var polled = consumer.poll(POLL);
    int wakeUps = take(polled);
    int expected = assigned.values().stream().mapToInt(worker -> worker.time().underWay()).sum();
    if (!polled.isEmpty() && polled.count() < parts.batchSize() / 2 && wakeUps < expected) {
      take(consumer.poll(MOMENT));
    }
  }

  /** How many of them are wake-ups. */
  private int take(ConsumerRecords<byte[], byte[]> records) {
    int wakeUps = 0;
    for (ConsumerRecord<byte[], byte[]> consumed : records) {
      if (!assigned.containsKey(consumed.partition())) {
        continue; // refused, or taken away
      }
      LogRecord logRecord = read(consumed);
      gathered.computeIfAbsent(consumed.partition(), none -> new ArrayList<>()).add(logRecord);
      wakeUps += logRecord instanceof LogRecord.Readable(var at, Signal.WakeUp up) ? 1 : 0;
    }
    return wakeUps;
  }

  private static void process(Assigned worker, List<LogRecord> records) {
    worker.engine().process(records);
    for (LogRecord judged : records) {
      if (judged instanceof LogRecord.Readable(long offset, Signal.WakeUp wakeUp)) {
        worker.time().judged(wakeUp);
      }
    }
  }

  private void tick(Assigned worker) {
    List<Signal> signals = worker.time().tick(worker.engine().namespace());
    if (!signals.isEmpty()) {
      parts.log().append(signals);
    }
  }

  private LogRecord read(ConsumerRecord<byte[], byte[]> consumed) {
    return parts.codec().decode(consumed.offset(), consumed.value());
  }

  private void commitForDashboards() {
    if (System.nanoTime() - committedAt < COMMITS.toNanos()) {
      return;
    }
    committedAt = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    assigned.forEach(
        (partition, worker) ->
            offsets.put(
                new TopicPartition(parts.topic().name(), partition),
                new OffsetAndMetadata(worker.engine().nextOffset())));
    consumer.commitAsync(offsets, null);
  }

  private void subscribe() {
    consumer.subscribe(List.of(parts.topic().name()), new Assignment());
  }

  /** Whatever was polled is forgotten; on assignment reading goes on where the warehouse stands. */
  private void rejoin() {
    release(Set.copyOf(assigned.keySet()));
    consumer.unsubscribe();
    subscribe();
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void release(Collection<Integer> partitions) {
    for (int partition : partitions) {
      parts.owned().remove(partition);
      gathered.remove(partition); // whoever has it next reads it again
      Assigned released = assigned.remove(partition);
      if (released != null) {
        released.engine().close();
      }
    }
  }

  private void close() {
    release(Set.copyOf(assigned.keySet()));
    consumer.close();
  }

  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      var first = consumer.beginningOffsets(partitions);
      var end = consumer.endOffsets(partitions);
      for (TopicPartition partition : partitions) {
        PartitionEngine engine = parts.engines().apply(partition.partition());
        if (engine.nextOffset() < first.get(partition)
            || engine.nextOffset() > end.get(partition)) {
          LOG.errorf(
              "Partition %s stops: expected offset %d in the log, but the log holds %d to %d.",
              partition, engine.nextOffset(), first.get(partition), end.get(partition));
          refuse(partition, engine);
        } else {
          consumer.seek(partition, engine.nextOffset());
          assigned.put(partition.partition(), new Assigned(engine, parts.times().get()));
          parts.owned().add(partition.partition());
        }
      }
    }

    /** Judging on would skip what was accepted, or judge another log under these offsets. */
    private void refuse(TopicPartition partition, PartitionEngine engine) {
      engine.close();
      parts.refused().add(partition.partition());
      consumer.seekToEnd(Set.of(partition));
      consumer.pause(Set.of(partition));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      release(partitions.stream().map(TopicPartition::partition).toList());
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      onPartitionsRevoked(partitions);
    }
  }
}
