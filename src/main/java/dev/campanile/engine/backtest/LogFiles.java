package dev.campanile.engine.backtest;

import dev.campanile.engine.state.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/** The files around a backtest: events and profiles in, orders out. */
public interface LogFiles {

  /**
   * Appends the events of a file.
   *
   * @param bytesRead hears how many more bytes of the file were read
   * @return the problems, each as {@code file:line: message}
   */
  List<String> readEvents(Path file, History into, LongConsumer bytesRead) throws IOException;

  /** Adds the profiles of a file; returns the problems, each as {@code file:line: message}. */
  List<String> readProfiles(Path file, History into) throws IOException;

  /** Writes orders to a file, replacing it. */
  void writeOrders(Path file, List<Order> orders) throws IOException;
}
