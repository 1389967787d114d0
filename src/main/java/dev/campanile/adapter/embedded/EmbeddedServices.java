package dev.campanile.adapter.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The products the engine stands on, started for real where no address of them is configured.
 *
 * <p>Their data lies under one directory, which belongs to one instance at a time; it is found
 * again after a restart and after a crash. The services accept connections from this machine only.
 *
 * <p>Thread-safe: nothing changes after the start, and closing twice is closing once.
 */
public final class EmbeddedServices implements AutoCloseable {

  private final Optional<DataDirectory> directory;
  private final List<EmbeddedService> services;
  private boolean closed;

  private EmbeddedServices(Optional<DataDirectory> directory, List<EmbeddedService> services) {
    this.directory = directory;
    this.services = List.copyOf(services);
  }

  /**
   * Starts what {@code setting} has no address for and waits until it accepts connections.
   *
   * @param setting looks up a configured value, as in {@code quarkus.redis.hosts}
   * @param say gets a readable line for each step
   * @throws EmbeddedServicesException if the data directory is in use or a service does not start
   */
  public static EmbeddedServices start(
      Path data, Function<String, Optional<String>> setting, Consumer<String> say) {
    var missing = Product.without(setting);
    if (missing.isEmpty()) {
      return new EmbeddedServices(Optional.empty(), List.of());
    }
    var directory = DataDirectory.claim(data, setting.apply("campanile.programs").map(Path::of));
    try {
      return new EmbeddedServices(
          Optional.of(directory), startAll(missing, directory, setting, say));
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** The settings by which the engine finds what was started; empty if all was configured. */
  public Map<String, String> properties() {
    var properties = new LinkedHashMap<String, String>();
    services.forEach(service -> properties.putAll(service.properties()));
    return properties;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    closeAll(services);
    directory.ifPresent(DataDirectory::close);
  }

  private static List<EmbeddedService> startAll(
      List<Product> products,
      DataDirectory directory,
      Function<String, Optional<String>> setting,
      Consumer<String> say) {
    var starting = new ArrayList<Future<EmbeddedService>>();
    try (var threads = threads(products.size())) {
      for (Product product : products) {
        Callable<EmbeddedService> start =
            () -> announced(product.start(directory, port(product, setting), say), say);
        starting.add(threads.submit(start));
      }
    }
    return allOrNone(starting);
  }

  private static int port(Product product, Function<String, Optional<String>> setting) {
    var text = setting.apply(product.portSetting()).orElse("0");
    if (!text.matches("\\d{1,5}")) {
      throw new EmbeddedServicesException(
          "Expected %s to be a port, but it is '%s'.".formatted(product.portSetting(), text));
    }
    return Integer.parseInt(text);
  }

  private static EmbeddedService announced(EmbeddedService service, Consumer<String> say) {
    say.accept(service.summary());
    return service;
  }

  private static List<EmbeddedService> allOrNone(List<Future<EmbeddedService>> starting) {
    var started = new ArrayList<EmbeddedService>();
    var failures = new ArrayList<Throwable>();
    for (Future<EmbeddedService> future : starting) {
      try {
        started.add(future.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(e);
      }
    }
    if (failures.isEmpty()) {
      return started;
    }
    closeAll(started);
    throw EmbeddedServicesException.of(failures);
  }

  private static void closeAll(List<EmbeddedService> services) {
    try (var threads = threads(Math.max(1, services.size()))) {
      services.forEach(service -> threads.submit(service::close));
    }
  }

  private static ExecutorService threads(int count) {
    return Executors.newFixedThreadPool(count, EmbeddedServices::thread);
  }

  /** Kafka looks classes up in the loader of its thread, which must be the one it came from. */
  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "embedded services");
    thread.setContextClassLoader(EmbeddedServices.class.getClassLoader());
    return thread;
  }
}
