package dev.campanile.api.trial;

import dev.campanile.engine.backtest.Backtests;
import dev.campanile.engine.backtest.Backtests.Job;
import dev.campanile.engine.backtest.Backtests.State;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Runs the backtests of this instance, one at a time, on a thread of their own. Thread-safe. */
public final class BacktestRunner {

  /** An instance says every second that it goes on. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private static final Logger LOG = Logger.getLogger(BacktestRunner.class);

  private final Backtests backtests;
  private final BacktestWork work;
  private final Clock clock;
  private final String owner;
  private final AtomicReference<Optional<BacktestProgress>> underWay =
      new AtomicReference<>(Optional.empty());

  /**
   * @param owner this instance
   */
  public BacktestRunner(Backtests backtests, BacktestWork work, Clock clock, String owner) {
    this.backtests = backtests;
    this.work = work;
    this.clock = clock;
    this.owner = owner;
  }

  /** To be called every second: says how far the run has come, or takes the next one. */
  public void look() {
    Optional<BacktestProgress> running = underWay.get();
    if (running.isPresent()) {
      beat(running.get());
    } else {
      backtests.take(owner, clock.instant(), clock.instant().minus(SILENCE)).ifPresent(this::start);
    }
  }

  /** What runs is broken off, and taken up by another instance or after the next start. */
  public void stop() {
    underWay
        .get()
        .ifPresent(
            running -> {
              running.cancel();
              backtests.putBack(running.id(), owner);
            });
  }

  private void beat(BacktestProgress progress) {
    if (!backtests.beat(progress.id(), owner, progress.now(), clock.instant())) {
      progress.cancel();
    }
  }

  private void start(Job job) {
    var progress = new BacktestProgress(job.id());
    underWay.set(Optional.of(progress));
    Thread thread = new Thread(() -> run(job, progress), "backtest " + job.id());
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Job job, BacktestProgress progress) {
    try {
      switch (work.run(job.question(), progress)) {
        case BacktestWork.Outcome.Done(String report) ->
            end(job, State.DONE, Optional.of(report), List.of());
        case BacktestWork.Outcome.Refused(List<String> problems) ->
            end(job, State.FAILED, Optional.empty(), problems);
      }
    } catch (TooMuch tooMuch) {
      end(job, State.FAILED, Optional.empty(), List.of(tooMuch.getMessage()));
    } catch (CancellationException cancelled) {
      LOG.infof("Backtest %s was broken off.", job.id());
    } catch (Throwable bug) {
      // Errors as well: a campaign may take all memory or all stack, and a job that nobody ends
      // would be taken up again by the next instance, to the same end.
      LOG.errorf(bug, "Backtest %s failed.", job.id());
      end(
          job,
          State.FAILED,
          Optional.empty(),
          List.of(
              "Expected the backtest to finish, but it failed. The log of the service says why: incident %s."
                  .formatted(job.id())));
    } finally {
      underWay.set(Optional.empty());
    }
  }

  private void end(Job job, State state, Optional<String> report, List<String> problems) {
    backtests.end(job.id(), owner, state, report, problems, clock.instant());
  }
}
