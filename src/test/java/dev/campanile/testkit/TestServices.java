package dev.campanile.testkit;

import dev.campanile.adapter.embedded.EmbeddedServices;
import dev.campanile.adapter.embedded.LeftBehind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Real PostgreSQL, Redis and Kafka for tests: started by the first test that asks, empty, shared by
 * all tests of the JVM, and gone with it.
 *
 * <p>A test keeps to itself by names of its own: a schema, a key prefix, a topic.
 */
public final class TestServices {

  private static final Path HOME = Path.of("target", "test-services").toAbsolutePath();

  private static Map<String, String> properties = Map.of();

  private final Map<String, String> settings;

  private TestServices(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Starts them if no test has yet. */
  public static TestServices start() {
    return new TestServices(inSystemClassLoader());
  }

  /** Includes user and password. */
  public String jdbcUrl() {
    return "%s?user=%s&password=%s"
        .formatted(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"));
  }

  /** As in {@code redis://:password@127.0.0.1:6379}. */
  public String redisHosts() {
    return settings.get("quarkus.redis.hosts");
  }

  /** As in {@code 127.0.0.1:9092}. */
  public String kafkaBootstrap() {
    return settings.get("kafka.bootstrap.servers");
  }

  /** The settings that make the application use them. */
  public Map<String, String> settings() {
    return settings;
  }

  /** The same for a process of its own. */
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    settings.forEach(
        (name, value) ->
            environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
    return environment;
  }

  /** Called by reflection; see {@link #inSystemClassLoader()}. */
  public static synchronized Map<String, String> startOnce() {
    if (properties.isEmpty()) {
      var services = EmbeddedServices.start(freshDirectory(), TestServices::setting, line -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(services::close, "stop test services"));
      properties = Map.copyOf(services.properties());
    }
    return properties;
  }

  /**
   * Quarkus loads tests in class loaders of its own, which come and go; what runs as long as the
   * JVM must live in the one that stays.
   */
  @SuppressWarnings("unchecked")
  private static Map<String, String> inSystemClassLoader() {
    try {
      Method start =
          ClassLoader.getSystemClassLoader()
              .loadClass(TestServices.class.getName())
              .getMethod("startOnce");
      return (Map<String, String>) start.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The services for tests did not start.", e);
    }
  }

  private static Path freshDirectory() {
    try {
      Files.createDirectories(HOME);
      LeftBehind.removeAllIn(HOME);
      return Files.createTempDirectory(HOME, "data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> setting(String name) {
    return name.equals("campanile.programs")
        ? Optional.of(HOME.resolveSibling("test-programs").toString())
        : Optional.empty();
  }
}
