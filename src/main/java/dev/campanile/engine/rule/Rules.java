package dev.campanile.engine.rule;

import java.util.List;

/**
 * The compiled rules of a rule book. Immutable and thread-safe; each worker opens a {@link Judge}
 * of its own.
 */
public interface Rules {

  Judge open();

  /** Asks the rules about moments, one at a time. Not thread-safe. */
  interface Judge extends AutoCloseable {

    /**
     * The names of the rules that hold, as {@code campaign@version/edge}, in no particular order.
     *
     * @throws RuntimeException where a rule fails; the judge is then fit for the next moment again
     */
    List<String> judge(Moment moment);

    @Override
    void close();
  }
}
