package dev.campanile.cli;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.backtest.Backtested;
import dev.campanile.engine.backtest.Failure;
import dev.campanile.engine.backtest.History;
import dev.campanile.engine.backtest.LogFiles;
import dev.campanile.engine.monitor.SeenText;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Zones;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what campaigns would have done to the users of an event log. */
@Command(
    name = "backtest",
    description = {
      "Runs campaigns over an event log in virtual time and reports what they would have done.",
      "Nothing is performed: actions settle as succeeded at the instant of their order."
    },
    mixinStandardHelpOptions = true)
public final class Backtest implements Callable<Integer> {

  /** What the command works with. */
  public record Tools(
      CampaignTranslator translator, RuleBooks books, LogFiles files, Conventions conventions) {}

  private static final int MOST_FAILURES = 10;

  private final Supplier<Tools> supplier;
  private final History history = new History();

  @Spec private CommandSpec spec;

  @Option(
      names = "--campaigns",
      required = true,
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "campaign files, and folders of them")
  private List<Path> paths;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE[.gz]",
      description = "the log: {\"id\",\"type\",\"user\",\"time\",\"properties\"} on each line")
  private Path events;

  @Option(
      names = "--profiles",
      paramLabel = "FILE[.gz]",
      description = "what users are like: {\"user\",\"attributes\"} on each line")
  private @Nullable Path profiles;

  @Option(
      names = "--actions-out",
      paramLabel = "FILE",
      description = "where to write what would have been ordered, by time")
  private @Nullable Path actionsOut;

  @Option(
      names = "--explain",
      paramLabel = "USER",
      description = "tell this user's story instead: every event with the reasons, cell by cell")
  private @Nullable String explained;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "how long time goes on (to the latest event)")
  private @Nullable Instant until;

  /**
   * @param tools asked for when they are needed: compilers take a moment
   */
  @SuppressWarnings("NullAway.Init")
  public Backtest(Supplier<Tools> tools) {
    this.supplier = tools;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = existing();
    Tools tools = supplier.get();
    var campaigns = new Ensemble(tools.translator(), tools.books(), tools.conventions());
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      problems.addAll(readCampaign(campaigns, file));
    }
    for (Path file : CampaignFiles.capsBeside(files)) {
      problems.addAll(lines(file, campaigns.addCaps(Files.readString(file))));
    }
    problems.addAll(readLog(tools.files()));
    if (!problems.isEmpty()) {
      problems.forEach(err()::println);
      return 1;
    }
    return run(tools, campaigns.ruleBook("backtest"));
  }

  private int run(Tools tools, RuleBook book) throws IOException {
    return explained == null ? fold(tools, book) : explain(book, explained);
  }

  private int explain(RuleBook book, String name) {
    UserId user = new UserId(name);
    PrintWriter out = spec.commandLine().getOut();
    if (!history.users().contains(user)) {
      err().println("Expected a user of the log, but there is no '%s' in it.".formatted(name));
      return 1;
    }
    Attributes profile = history.profile(user);
    String known = SeenText.properties(new TreeMap<>(profile.values()));
    out.println(known.isEmpty() ? user + ", of whom nothing is known" : user + ", " + known);
    var story = new Story(out, new Zones(book.conventions()).ofUser(profile));
    new dev.campanile.engine.backtest.Backtest(book, 1)
        .explain(history, Optional.ofNullable(until), user, story::tell);
    out.flush();
    return 0;
  }

  private int fold(Tools tools, RuleBook book) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    Backtested result;
    try (var progress = Progress.of("folded", history.events(), " events", 1)) {
      var backtest = new dev.campanile.engine.backtest.Backtest(book, cores);
      result = backtest.run(history, Optional.ofNullable(until), progress::done);
    }
    if (actionsOut != null) {
      tools.files().writeOrders(actionsOut, result.orders());
    }
    new ReportText(result.report()).lines().forEach(spec.commandLine().getOut()::println);
    result.failures().stream().limit(MOST_FAILURES).map(Backtest::line).forEach(err()::println);
    return result.failures().isEmpty() ? 0 : 1;
  }

  /** The campaign files; what is not there is a wrong way to use the command. */
  private List<Path> existing() throws IOException {
    List<Path> named = new ArrayList<>(paths);
    named.add(events);
    Optional.ofNullable(profiles).ifPresent(named::add);
    for (Path path : named) {
      if (!Files.isReadable(path)) {
        throw wrong("Expected a file that can be read, but %s is none.".formatted(path));
      }
    }
    List<Path> files = CampaignFiles.in(paths);
    if (files.isEmpty()) {
      throw wrong("Expected campaign files, but there is none in %s.".formatted(paths));
    }
    return files;
  }

  private static List<String> readCampaign(Ensemble campaigns, Path file) throws IOException {
    return lines(file, campaigns.add(file.toString(), Files.readString(file), Beside.of(file)));
  }

  private static List<String> lines(Path file, List<Violation> violations) {
    return violations.stream().map(violation -> CampaignFiles.line(file, violation)).toList();
  }

  private List<String> readLog(LogFiles files) throws IOException {
    List<String> problems = new ArrayList<>();
    if (profiles != null) {
      problems.addAll(files.readProfiles(profiles, history));
    }
    try (var progress = Progress.of("read", Files.size(events), "MB", 1_000_000)) {
      problems.addAll(files.readEvents(events, history, progress::done));
    }
    return problems;
  }

  private static String line(Failure failure) {
    return "%s at %s: %s in %s"
        .formatted(failure.user(), failure.at(), failure.error(), failure.judged());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
