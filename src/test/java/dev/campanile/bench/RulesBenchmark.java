package dev.campanile.bench;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static dev.campanile.testkit.Scenes.aScene;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleCompiler.Compilation;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Machine;
import dev.campanile.testkit.PlainRules;
import dev.campanile.translator.DrlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What judging, composing, loading and compiling cost: {@code mvn test -Dtest=RulesBenchmark}.
 *
 * <p>Campaigns of five rules: an entry by one of ten event types, and four edges. An event is
 * judged at its entries and at one place of three participations.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RulesBenchmark {

  private static final int TYPES = 10;
  private static final int PLACES = 4;

  @Param({"10", "100", "1000"})
  public int campaigns;

  private RuleCompiler compiler;
  private List<RuleText> texts;
  private List<RuleCompiler.Package> packages;
  private Rules rules;
  private Rules.Judge judge;
  private Rules.Judge plain;
  private List<Moment> entries;
  private List<Moment> places;
  private Moment nowhere;
  private int turn;

  @Test
  void run() throws RunnerException {
    new Runner(new OptionsBuilder().include(RulesBenchmark.class.getName()).build()).run();
  }

  @Setup
  public void open() {
    List<Machine> machines = IntStream.range(0, campaigns).mapToObj(this::machine).toList();
    Lexicon lexicon = Lexicon.union(machines.stream().map(DrlWriter::lexicon).toList());
    compiler = new DroolsRuleCompiler(Path.of("target/bench/rules"));
    texts = machines.stream().map(DrlWriter::write).toList();
    packages = texts.stream().map(text -> compiled(compiler, text)).toList();
    rules = compiler.compose(packages);
    judge = rules.open();
    plain = new PlainRules(machines).open();
    entries = entries(lexicon);
    places = places(lexicon);
    nowhere = new Moment("nowhere", lexicon, aScene().scene());
  }

  @TearDown
  public void close() {
    judge.close();
  }

  /** One entry moment and three places. */
  @Benchmark
  public void event(Blackhole hole) {
    turn++;
    hole.consume(judge.judge(entries.get(turn % TYPES)));
    for (int i = 0; i < 3; i++) {
      hole.consume(judge.judge(places.get((turn * 3 + i) % places.size())));
    }
  }

  /** The same by closures over the triggers. */
  @Benchmark
  public void eventByTheTwin(Blackhole hole) {
    turn++;
    hole.consume(plain.judge(entries.get(turn % TYPES)));
    for (int i = 0; i < 3; i++) {
      hole.consume(plain.judge(places.get((turn * 3 + i) % places.size())));
    }
  }

  /** One moment at one of all places: shows whether places are hashed. */
  @Benchmark
  public List<String> place() {
    return judge.judge(places.get(turn++ % places.size()));
  }

  /** One moment at no place. */
  @Benchmark
  public List<String> nowhere() {
    return judge.judge(nowhere);
  }

  /** Opening a judge, warm. */
  @Benchmark
  public void open(Blackhole hole) {
    try (Rules.Judge another = rules.open()) {
      hole.consume(another);
    }
  }

  /** A rule book of loaded packages. */
  @Benchmark
  public Rules compose() {
    return compiler.compose(packages);
  }

  /** One campaign from disk. */
  @Benchmark
  public RuleCompiler.Package load() {
    RuleText text = texts.get(turn++ % campaigns);
    return compiled(new DroolsRuleCompiler(Path.of("target/bench/rules")), text);
  }

  private static RuleCompiler.Package compiled(RuleCompiler compiler, RuleText text) {
    return switch (compiler.compile(text)) {
      case Compilation.Ready(var rules) -> rules;
      case Compilation.Broken(var errors) -> throw new IllegalStateException(errors.toString());
    };
  }

  private Machine machine(int i) {
    return aCampaign("campaign-" + i)
        .entering("n0", entry(i))
        .moving(
            "n0",
            "n1",
            when(row("sum(amount of e) gte " + i, "count(e) gte 5"), row("count(f) gte 10")))
        .moving("n1", "n2", when(row("after P3D"), row("user.age gte 18", "user.vip eq true")))
        .moving("n2", "n3", moves(i, 2))
        .moving("n3", "n0", moves(i, 3))
        .version(1);
  }

  private static Trigger entry(int i) {
    String where =
        "[[productId eq %d, productId eq %d], [cityId eq 2], [price gte 20]]".formatted(i, i + 1);
    return when(row("event type-" + i % TYPES + " where " + where));
  }

  private static Trigger moves(int i, int edge) {
    return when(
        row("event e where productId eq " + i, "event e where productId eq " + edge),
        row("user.age gte 18"));
  }

  private List<Moment> entries(Lexicon lexicon) {
    return IntStream.range(0, TYPES)
        .mapToObj(t -> new Moment("event type-" + t, lexicon, scene("type-" + t, t)))
        .toList();
  }

  private List<Moment> places(Lexicon lexicon) {
    List<Moment> places = new ArrayList<>();
    for (int i = 0; i < campaigns; i++) {
      for (int n = 0; n < PLACES; n++) {
        places.add(new Moment("campaign-" + i + "@1:n" + n, lexicon, scene("e", i)));
      }
    }
    return places;
  }

  private static Scene scene(String type, int product) {
    return aScene()
        .of(type, Map.of("productId", product, "cityId", 2, "price", 25))
        .by(Map.of("age", 30))
        .counting("sum(amount of e)", "30")
        .counting("count(e)", "3")
        .counting("count(f)", "12")
        .scene();
  }
}
