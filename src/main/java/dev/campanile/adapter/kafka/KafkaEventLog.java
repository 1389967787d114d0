package dev.campanile.adapter.kafka;

import dev.campanile.engine.EventLog;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.state.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Appends signals to the topic, keyed by user; acknowledged by all in-sync replicas. Thread-safe.
 */
public final class KafkaEventLog implements EventLog, AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final KafkaTopic topic;
  private final SignalCodec codec;

  public KafkaEventLog(KafkaTopic topic, SignalCodec codec) {
    this.topic = topic;
    this.codec = codec;
    this.producer =
        new KafkaProducer<>(
            topic.client(
                Map.of(
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.LINGER_MS_CONFIG,
                    2,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    128 * 1024,
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4",
                    // A caller is told within this time, and may send the same again.
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    5_000,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    5_000,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    10_000)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public List<CompletableFuture<Position>> append(List<Signal> signals) {
    List<CompletableFuture<Position>> positions = new ArrayList<>(signals.size());
    signals.forEach(signal -> positions.add(append(signal)));
    return positions;
  }

  private CompletableFuture<Position> append(Signal signal) {
    var position = new CompletableFuture<Position>();
    byte[] key = signal.user().text().getBytes(StandardCharsets.UTF_8);
    try {
      producer.send(
          new ProducerRecord<>(topic.name(), key, codec.encode(signal)),
          (metadata, failure) -> acknowledge(position, metadata, failure));
    } catch (KafkaException failure) {
      position.completeExceptionally(failure);
    }
    return position;
  }

  private static void acknowledge(
      CompletableFuture<Position> position, RecordMetadata metadata, Exception failure) {
    if (failure == null) {
      position.complete(new Position(metadata.partition(), metadata.offset()));
    } else {
      position.completeExceptionally(failure);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
