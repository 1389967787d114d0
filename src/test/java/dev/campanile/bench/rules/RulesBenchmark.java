package dev.campanile.bench.rules;

import dev.campanile.bench.rules.Workload.Case;
import dev.campanile.bench.rules.Workload.Index;
import java.util.List;
import java.util.TreeSet;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What it costs to judge one event: the entries of all campaigns and the places of three
 * participations, by Drools and by others who have to come to the same. {@code mvn test
 * -Dtest=RulesBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RulesBenchmark {

  @Param({"10", "100", "1000"})
  public int campaigns;

  @Param Contender.Name by;

  @Param Index index;

  private List<Case> cases;
  private Contender contender;
  private int turn;

  @Test
  void run() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(RulesBenchmark.class.getName())
                .addProfiler(ProcessorTime.class)
                .build())
        .run();
  }

  @Setup
  public void open() {
    Workload workload = Workload.of(campaigns, index);
    cases = workload.cases();
    contender = Contender.of(by, workload);
    Contender byHand = Contender.of(Contender.Name.JAVA_SCAN, workload);
    int holding = 0;
    for (Case each : cases) {
      var expected = new TreeSet<>(byHand.judge(each));
      var answer = new TreeSet<>(contender.judge(each));
      holding += expected.size();
      if (!answer.equals(expected)) {
        throw new IllegalStateException("Expected %s, but got %s.".formatted(expected, answer));
      }
    }
    if (holding < cases.size()) {
      throw new IllegalStateException("Expected a rule an event, but %d hold.".formatted(holding));
    }
    System.out.printf("# %.1f rules hold for an event%n", 1.0 * holding / cases.size());
  }

  @Benchmark
  public List<String> event() {
    return contender.judge(cases.get(turn++ & cases.size() - 1));
  }
}
