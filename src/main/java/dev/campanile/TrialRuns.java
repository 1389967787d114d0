package dev.campanile;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.campanile.api.trial.BacktestRunner;
import dev.campanile.engine.warehouse.Unavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Runs the backtests that wait, while the service runs. */
@Singleton
final class TrialRuns {

  private static final Logger LOG = Logger.getLogger(TrialRuns.class);

  private final BacktestRunner runner;

  TrialRuns(BacktestRunner runner) {
    this.runner = runner;
  }

  @Scheduled(every = "1s", concurrentExecution = SKIP)
  void look() {
    try {
      runner.look();
    } catch (Unavailable unavailable) {
      LOG.warnf("Backtests wait: %s", unavailable.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    try {
      runner.stop();
    } catch (Unavailable unavailable) {
      LOG.warnf("A backtest is not put back: %s", unavailable.getMessage());
    }
  }
}
