package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What can be started, and the setting that says it runs elsewhere. */
enum Product {
  POSTGRES("quarkus.datasource.jdbc.url", "campanile.postgres.port"),
  REDIS("quarkus.redis.hosts", "campanile.redis.port"),
  KAFKA("kafka.bootstrap.servers", "campanile.kafka.port");

  private final String addressSetting;
  private final String portSetting;

  Product(String addressSetting, String portSetting) {
    this.addressSetting = addressSetting;
    this.portSetting = portSetting;
  }

  static List<Product> without(Function<String, Optional<String>> setting) {
    return Arrays.stream(values())
        .filter(product -> setting.apply(product.addressSetting).isEmpty())
        .toList();
  }

  String portSetting() {
    return portSetting;
  }

  /** Starts the product on {@code port}, or on any free one if that is 0. */
  EmbeddedService start(DataDirectory directory, int port, Consumer<String> say)
      throws IOException {
    return switch (this) {
      case POSTGRES -> EmbeddedPostgres.start(directory, port, say);
      case REDIS -> EmbeddedRedis.start(directory, port, say);
      case KAFKA -> EmbeddedKafka.start(directory, port, say);
    };
  }
}
