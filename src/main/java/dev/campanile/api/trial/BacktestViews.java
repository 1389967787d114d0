package dev.campanile.api.trial;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.campanile.api.monitor.FunnelView;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.backtest.Backtested;
import dev.campanile.engine.backtest.Backtests.Job;
import dev.campanile.engine.backtest.Failure;
import dev.campanile.engine.backtest.Report.NodeTraffic;
import dev.campanile.engine.backtest.Report.Traffic;
import dev.campanile.engine.warehouse.Tallied;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Backtests as the API shows them. */
public final class BacktestViews {

  private BacktestViews() {}

  /**
   * A backtest.
   *
   * @param log the uploaded log; none for the stored events
   * @param state {@code queued}, {@code running}, {@code done}, {@code failed} or {@code cancelled}
   * @param done of {@code total}, which is 0 while it is not known
   * @param ahead how many are before it in the queue
   * @param report what it came to; none before it is done, and in lists
   */
  public record Backtest(
      String id,
      String campaign,
      Optional<String> log,
      Optional<Instant> since,
      Optional<Instant> until,
      String state,
      long done,
      long total,
      long ahead,
      List<String> problems,
      Instant askedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      @JsonRawValue String report) {

    static Backtest of(Job job) {
      return new Backtest(
          job.id(),
          job.question().campaign().text(),
          job.question().log(),
          job.question().since(),
          job.question().until(),
          job.state().name().toLowerCase(Locale.ROOT),
          job.progress().done(),
          job.progress().total(),
          job.ahead(),
          job.problems(),
          job.askedAt(),
          job.startedAt(),
          job.endedAt(),
          job.report().orElse("null"));
    }
  }

  /**
   * What a backtest came to.
   *
   * @param baseline the same of the version that is open, over the same log
   * @param failures where bugs were met, the first ten; the log of the service says which
   */
  public record Report(
      long users,
      Tallied events,
      Prediction prediction,
      Optional<Prediction> baseline,
      List<String> failures) {

    static Report of(Backtested result, Prediction prediction, Optional<Prediction> baseline) {
      return new Report(
          result.report().users(),
          result.report().tallied(),
          prediction,
          baseline,
          result.failures().stream().map(Report::line).toList());
    }

    private static String line(Failure failure) {
      return "%s at %s: in %s".formatted(failure.user(), failure.at(), failure.judged());
    }
  }

  /**
   * What one campaign would have done.
   *
   * @param version of the campaign that is open; none for the one on trial
   * @param orders by action
   * @param ordersPerDay on the clock of the schedule
   * @param held messages that quiet hours put off
   * @param withheld orders that are never performed: {@code capped} by a frequency cap, {@code
   *     quiet} or {@code control}
   */
  public record Prediction(
      Optional<Integer> version,
      FunnelView funnel,
      Map<String, Long> orders,
      SortedMap<LocalDate, Long> ordersPerDay,
      long held,
      Map<String, Long> withheld) {

    static Prediction of(Optional<Integer> version, CampaignGraph graph, Traffic traffic) {
      SortedMap<String, Long> orders = new TreeMap<>();
      for (NodeTraffic node : traffic.nodes().values()) {
        node.orders().forEach((action, count) -> orders.put(action.text(), count));
      }
      Map<String, Long> withheld = new TreeMap<>();
      traffic
          .withheld()
          .forEach((cause, count) -> withheld.put(cause.name().toLowerCase(Locale.ROOT), count));
      return new Prediction(
          version,
          FunnelView.of(traffic.funnel(graph, version.orElse(1))),
          orders,
          traffic.days(),
          traffic.held(),
          withheld);
    }
  }
}
