package dev.campanile.adapter.embedded;

import java.util.Map;

/** One product that runs because it was not configured. */
sealed interface EmbeddedService extends AutoCloseable
    permits EmbeddedPostgres, EmbeddedRedis, EmbeddedKafka {

  /** The settings by which the engine finds it. */
  Map<String, String> properties();

  /** One line for a person: what runs where, and where its data lies. */
  String summary();

  @Override
  void close();
}
