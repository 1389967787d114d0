package dev.campanile.bench.rules;

import dev.campanile.bench.rules.Workload.Case;
import dev.campanile.bench.rules.Workload.Index;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import java.util.ArrayList;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the whole step of one event costs a user with three participations: judging, counting,
 * moving and entering. {@code mvn test -Dtest=StepBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StepBenchmark {

  private static final int PARTICIPATIONS = 3;

  /** A user and what they do next. */
  private record Scene(UserState state, Signal signal) {}

  @Param({"10", "100", "1000"})
  public int campaigns;

  private StateControl control;
  private List<Scene> scenes;
  private int turn;

  @Test
  void run() throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(StepBenchmark.class.getName())
                .addProfiler(ProcessorTime.class)
                .build())
        .run();
  }

  @Setup
  public void open() {
    Workload workload = Workload.of(campaigns, Index.VALUES);
    control = new StateControl(workload.book(workload.compiled()));
    scenes = new ArrayList<>();
    UserState state =
        UserState.unknown(Phrase.event(workload.cases().getFirst().entries().scene()).user());
    for (Case each : workload.cases()) {
      Event event = Phrase.event(each.entries().scene());
      Attributes profile = each.entries().scene().profile();
      UserState user = state.withProfile(profile);
      if (user.participations().size() == PARTICIPATIONS) {
        scenes.add(new Scene(user, new Signal.Happened(event)));
      } else if (user.participations().size() > PARTICIPATIONS) {
        state = UserState.unknown(event.user());
      } else {
        state = control.step(user, new Signal.Happened(event), event.time()).state();
      }
    }
    if (scenes.isEmpty()) {
      throw new IllegalStateException("Expected a user to enter three campaigns, but none did.");
    }
  }

  @TearDown
  public void close() {
    control.close();
  }

  @Benchmark
  public Step step() {
    Scene scene = scenes.get(turn++ % scenes.size());
    return control.step(scene.state(), scene.signal(), scene.state().clock());
  }
}
