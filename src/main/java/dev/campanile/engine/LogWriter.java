package dev.campanile.engine;

import dev.campanile.engine.EventLog.Position;
import dev.campanile.engine.state.Signal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Appends to the log and waits until the broker has acknowledged all of it. Thread-safe. */
public final class LogWriter {

  private final EventLog log;
  private final Duration patience;

  /**
   * @param patience how long a caller waits for acknowledgements before it is told to retry
   */
  public LogWriter(EventLog log, Duration patience) {
    this.log = log;
    this.patience = patience;
  }

  /**
   * Where the signals stand in the log.
   *
   * @throws LogUnavailable where not all were acknowledged
   */
  public List<Position> append(List<Signal> signals) {
    try {
      List<CompletableFuture<Position>> acknowledged = log.append(signals);
      CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return acknowledged.stream().map(CompletableFuture::join).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailable(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new LogUnavailable(e);
    }
  }
}
