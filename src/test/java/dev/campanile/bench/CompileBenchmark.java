package dev.campanile.bench;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.engine.rule.RuleCompiler.Compilation;
import dev.campanile.engine.state.Machine;
import dev.campanile.testkit.CampaignBuilder;
import dev.campanile.translator.DrlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What compiling a campaign of five rules costs, the first time in a process and later: {@code mvn
 * test -Dtest=CompileBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class CompileBenchmark {

  private DroolsRuleCompiler compiler;
  private int version;

  @Test
  void run() throws RunnerException {
    new Runner(new OptionsBuilder().include(CompileBenchmark.class.getName()).build()).run();
  }

  @Setup
  public void open() throws IOException {
    compiler = new DroolsRuleCompiler(Files.createTempDirectory(Path.of("target"), "bench"));
  }

  @Benchmark
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(3)
  public Compilation first() {
    return compiler.compile(DrlWriter.write(next()));
  }

  @Benchmark
  @Warmup(iterations = 100)
  @Measurement(iterations = 100)
  public Compilation later() {
    return compiler.compile(DrlWriter.write(next()));
  }

  private Machine next() {
    version++;
    CampaignBuilder campaign =
        aCampaign("campaign")
            .entering("n0", when(row("event e where [[a eq 1, a eq 7], [b eq 2], [c gte 20]]")));
    for (int i = 0; i < 4; i++) {
      campaign.moving(
          "n" + i,
          "n" + (i + 1),
          when(row("count(e) gte 5", "after P3D"), row("user.vip eq true")));
    }
    return campaign.version(version);
  }
}
