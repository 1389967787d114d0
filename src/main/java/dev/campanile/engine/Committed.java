package dev.campanile.engine;

import dev.campanile.engine.state.Order;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Tallied;
import java.util.List;
import java.util.stream.Stream;

/** A batch that is on disk: from now on its orders may be performed and its answers given. */
public record Committed(int partition, long toOffset, List<Judged> judged, Tallied tallied) {

  public Stream<Order> orders() {
    return judged.stream().flatMap(one -> one.step().orders().stream());
  }

  /**
   * Hears of every batch, in the order of its partition. Must not block for long and must not
   * throw.
   */
  @FunctionalInterface
  public interface Listener {

    void committed(Committed batch);
  }
}
