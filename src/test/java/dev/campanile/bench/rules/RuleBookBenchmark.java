package dev.campanile.bench.rules;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.bench.rules.Workload.Index;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.Rules;
import dev.campanile.testkit.Scenes;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * What a rule book costs besides judging: composing it, loading a campaign, opening a judge, and a
 * moment that is at no place. {@code mvn test -Dtest=RuleBookBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RuleBookBenchmark {

  @Param({"10", "100", "1000"})
  public int campaigns;

  private Workload workload;
  private RuleCompiler compiler;
  private List<RuleCompiler.Package> packages;
  private Rules rules;
  private Rules.Judge judge;
  private Moment nowhere;
  private int turn;

  @Test
  void run() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(RuleBookBenchmark.class.getName())
                .addProfiler(ProcessorTime.class)
                .build())
        .run();
  }

  @Setup
  public void open() {
    workload = Workload.of(campaigns, Index.VALUES);
    compiler = new DroolsRuleCompiler(Workload.CACHE);
    packages = workload.packages(compiler);
    rules = compiler.compose(packages);
    judge = rules.open();
    nowhere = new Moment("nowhere", Lexicon.EMPTY, Scenes.aScene().scene());
  }

  @TearDown
  public void close() {
    judge.close();
  }

  @Benchmark
  public List<String> nowhere() {
    return judge.judge(nowhere);
  }

  @Benchmark
  public void opening(Blackhole hole) {
    try (Rules.Judge another = rules.open()) {
      hole.consume(another);
    }
  }

  @Benchmark
  public Rules composing() {
    return compiler.compose(packages);
  }

  @Benchmark
  public RuleCompiler.Package loading() {
    return Workload.compiled(
        new DroolsRuleCompiler(Workload.CACHE), workload.machines().get(turn++ % campaigns));
  }
}
