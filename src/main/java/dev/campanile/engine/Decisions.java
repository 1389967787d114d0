package dev.campanile.engine;

import dev.campanile.engine.warehouse.Judged;
import java.util.concurrent.CompletableFuture;

/** Answers what a signal did, once its batch is on disk. Thread-safe. */
public interface Decisions {

  CompletableFuture<Judged> await(EventLog.Position position);
}
