package dev.campanile.api.monitor;

import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.Probe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks at all components at once; none of them is waited for long. Thread-safe. */
public final class ComponentDesk {

  private static final Logger LOG = Logger.getLogger(ComponentDesk.class);

  private final List<Probe> probes;
  private final Executor threads;
  private final Duration patience;

  public ComponentDesk(List<Probe> probes, Executor threads, Duration patience) {
    this.probes = List.copyOf(probes);
    this.threads = threads;
    this.patience = patience;
  }

  /** In the order of the probes. */
  List<Component> look() {
    return probes.stream().map(this::begun).toList().stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Component> begun(Probe probe) {
    Component late =
        Component.down(
            probe.name(), "There was no answer within %d s.".formatted(patience.toSeconds()));
    return CompletableFuture.supplyAsync(probe::look, threads)
        .completeOnTimeout(late, patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> failed(probe, failure));
  }

  private static Component failed(Probe probe, Throwable failure) {
    LOG.warnf(failure, "It could not be seen how %s is.", probe.name());
    return Component.down(probe.name(), "It does not answer; the log of the service tells more.");
  }
}
