package dev.campanile.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service and stays until it is stopped. */
@Command(
    name = "up",
    description = {
      "Starts Campanile, and PostgreSQL, Redis and Kafka where their address is not configured"
          + " (QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_REDIS_HOSTS, KAFKA_BOOTSTRAP_SERVERS)."
    },
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  private final Service service;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the started services keep their data (CAMPANILE_DATA; ./data)")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "the HTTP port, 0 for any free one (QUARKUS_HTTP_PORT; 8080)")
  private @Nullable Integer port;

  /** The command in front of {@code service}. */
  public Up(Service service) {
    this.service = service;
  }

  @Override
  public Integer call() {
    return service.run(data, port);
  }

  /** What `up` starts. */
  @FunctionalInterface
  public interface Service {

    /** Runs until stopped and returns the exit code; null stands for the configured value. */
    int run(@Nullable Path data, @Nullable Integer port);
  }
}
