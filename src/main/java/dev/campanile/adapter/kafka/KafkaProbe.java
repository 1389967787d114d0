package dev.campanile.adapter.kafka;

import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.Probe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether Kafka answers, and how many records of the log have yet to be judged. */
public final class KafkaProbe implements Probe {

  private static final int PATIENCE_MILLIS = 3_000;

  /** Some seconds of work: what is usual between two batches is no news. */
  private static final long BEHIND = 10_000;

  private final KafkaTopic topic;
  private final Supplier<Map<Integer, Long>> judged;

  /**
   * A probe.
   *
   * @param judged up to which offset each partition has been judged
   */
  public KafkaProbe(KafkaTopic topic, Supplier<Map<Integer, Long>> judged) {
    this.topic = topic;
    this.judged = judged;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public Component look() {
    try {
      return told(ends());
    } catch (ExecutionException | TimeoutException e) {
      return Component.down(name(), "Kafka does not answer: no event can be accepted.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Component.down(name(), "Nobody waited for Kafka to answer.");
    }
  }

  private Component told(Map<Integer, Long> ends) {
    Map<Integer, Long> next = judged.get();
    Map<String, Object> figures = new LinkedHashMap<>();
    long behind = 0;
    for (var end : ends.entrySet()) {
      long lag = Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L));
      figures.put("lag-" + end.getKey(), lag);
      behind += lag;
    }
    figures.put("lag", behind);
    return Component.of(
        name(),
        "Kafka answers; %d records have yet to be judged.".formatted(behind),
        behind > BEHIND ? "%d records have yet to be judged.".formatted(behind) : "",
        figures);
  }

  private Map<Integer, Long> ends()
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Object> patience =
        Map.of(
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS,
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS);
    try (Admin admin = Admin.create(topic.client(patience))) {
      Map<TopicPartition, OffsetSpec> all =
          admin
              .describeTopics(List.of(topic.name()))
              .allTopicNames()
              .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
              .get(topic.name())
              .partitions()
              .stream()
              .map(partition -> new TopicPartition(topic.name(), partition.partition()))
              .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
      Map<Integer, Long> ends = new TreeMap<>();
      admin
          .listOffsets(all)
          .all()
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
      return ends;
    }
  }
}
