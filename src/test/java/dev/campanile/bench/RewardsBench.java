package dev.campanile.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.backtest.Backtest;
import dev.campanile.engine.backtest.Backtested;
import dev.campanile.engine.backtest.History;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.RuleBooks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/**
 * How many events a second a backtest folds: the eight campaigns of the rewards app over its log,
 * judged by compiled rules. See {@code docs/performance.md} for the command.
 */
public final class RewardsBench {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private RewardsBench() {}

  /** Takes the folder that holds {@code rewards/}, and how many rounds to run. */
  public static void main(String[] args) throws IOException {
    LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    var history = new History();
    long start = System.nanoTime();
    long startCpu = cpuNanos();
    var files = new JsonLogFiles();
    files.readEvents(Path.of(args[0], "rewards", "events.jsonl.gz"), history, bytes -> {});
    files.readProfiles(Path.of(args[0], "rewards", "profiles.jsonl.gz"), history);
    print("read", history.events(), System.nanoTime() - start, cpuNanos() - startCpu);
    RuleBook book = book(Books.campaigns("rewards"));
    for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
      long began = System.nanoTime();
      long beganCpu = cpuNanos();
      Backtested result = new Backtest(book, CORES).run(history, Optional.empty(), events -> {});
      long took = System.nanoTime() - began;
      String what = "round %d, %d orders".formatted(round, result.orders().size());
      print(what, history.events(), took, cpuNanos() - beganCpu);
    }
  }

  private static RuleBook book(List<CampaignGraph> graphs) throws IOException {
    var books = Languages.books(new DroolsRuleCompiler(Files.createTempDirectory("rules")));
    List<RuleBooks.Compiled> compiled = new ArrayList<>();
    Map<CampaignId, Standing> standings = new HashMap<>();
    for (CampaignGraph graph : graphs) {
      switch (books.compile(new CampaignKey(graph.id(), 1), graph, FileSource.NONE)) {
        case RuleBooks.Compilation.Ready(var campaign) -> compiled.add(campaign);
        case RuleBooks.Compilation.Broken(var errors) ->
            throw new IllegalStateException(errors.toString());
      }
      standings.put(graph.id(), new Standing(1, Status.RUNNING));
    }
    return books.compose(compiled, standings, Conventions.DEFAULT, "bench");
  }

  /** All threads of this process together: on a busy machine the wall clock says little. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void print(String what, long events, long nanos, long cpuNanos) {
    System.out.printf(
        "%s: %,d events, %,.0f a second on %d cores; %.1f µs of processor time each%n",
        what, events, events / (nanos / 1e9), CORES, cpuNanos / 1e3 / events);
  }
}
