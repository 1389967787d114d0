package dev.campanile.cli;

import java.io.Console;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a long task is, where someone may be looking. Thread-safe. */
@FunctionalInterface
interface Progress extends AutoCloseable {

  /** So many more of them are done. */
  void done(long count);

  @Override
  default void close() {}

  /** A bar on a terminal; nothing anywhere else. */
  static Progress of(String task, long max, String unit, long unitSize) {
    if (!onTerminal()) {
      return count -> {};
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(max)
            .setUnit(unit, unitSize)
            .showSpeed()
            .build();
    return new Progress() {
      @Override
      public void done(long count) {
        bar.stepBy(count);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  /**
   * From JDK 22 on there is a console even where there is no terminal; only then it can be asked.
   */
  private static boolean onTerminal() {
    Console console = System.console();
    try {
      return console != null
          && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }
}
