package dev.campanile.engine.backtest;

import dev.campanile.campaign.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Reads logs of one format, compressed with gzip or not. */
@FunctionalInterface
public interface LogReading {

  /**
   * Reads the events of a log, in order.
   *
   * @param name what problems call it
   * @param into what it throws ends the reading, unless it says that the event is wrong
   * @return the problems, each as {@code name:line: message}
   */
  List<String> read(String name, InputStream content, Consumer<Event> into) throws IOException;
}
