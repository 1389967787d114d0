package dev.campanile.adapter.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic that is the log, and how to reach it. */
public record KafkaTopic(String bootstrapServers, String name, int partitions) {

  /**
   * Creates the topic where there is none; keeps records for ever, because offsets are
   * PostgreSQL's.
   */
  public void ensure() {
    try (Admin admin = Admin.create(client(Map.of()))) {
      var topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(topic.configs(Map.of("retention.ms", "-1")))).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "Expected to create topic " + name + ".", failure.getCause());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while creating topic " + name + ".", stopped);
    }
  }

  Map<String, Object> client(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return settings;
  }
}
