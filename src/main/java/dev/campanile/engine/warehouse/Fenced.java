package dev.campanile.engine.warehouse;

/**
 * Another owner has taken the partition, or the log was read from another place: nothing may be
 * written.
 */
public final class Fenced extends RuntimeException {

  public Fenced(Ownership mine) {
    super(
        "Expected to own partition %d in epoch %d at offset %d, but another does."
            .formatted(mine.partition(), mine.epoch(), mine.nextOffset()));
  }
}
