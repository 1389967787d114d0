package dev.campanile.adapter.micrometer;

import dev.campanile.engine.Committed;
import dev.campanile.engine.warehouse.Tallied;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what committed batches did. Thread-safe. */
public final class EngineMeters implements Committed.Listener {

  private final MeterRegistry registry;
  private final DistributionSummary batches;

  public EngineMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batches =
        DistributionSummary.builder("campanile.batch.records")
            .description("Records judged in one transaction")
            .register(registry);
  }

  @Override
  public void committed(Committed batch) {
    Tallied tallied = batch.tallied();
    batches.record(batch.judged().size());
    events("applied", tallied.applied());
    events("no_match", tallied.noMatch());
    events("duplicate", tallied.duplicate());
    events("late", tallied.late());
    events("illegal", tallied.illegal());
    events("dead", tallied.dead());
    count("campanile.signals", "Signals that are no events", tallied.signals());
    count("campanile.orders", "Orders given", tallied.orders());
  }

  private void events(String outcome, long count) {
    Counter.builder("campanile.events")
        .description("Events judged, by the class the ledger counts them in")
        .tag("outcome", outcome)
        .register(registry)
        .increment(count);
  }

  private void count(String name, String description, long count) {
    Counter.builder(name).description(description).register(registry).increment(count);
  }
}
