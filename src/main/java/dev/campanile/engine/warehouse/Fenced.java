package dev.campanile.engine.warehouse;

/**
 * Another owner has taken the partition, or what was read is not what is stored: nothing may be
 * written before the partition is claimed anew.
 */
public final class Fenced extends RuntimeException {

  public Fenced(Ownership mine) {
    this(mine, "another does");
  }

  private Fenced(Ownership mine, String fact) {
    super(
        "Expected to own partition %d in epoch %d at offset %d, but %s."
            .formatted(mine.partition(), mine.epoch(), mine.nextOffset(), fact));
  }

  /**
   * States that were not loaded as they are stored: a hot copy was wrong, or a second writer is.
   */
  public static Fenced stale(Ownership mine, int loaded, int found) {
    return new Fenced(
        mine,
        "%d of %d users were not stored as they were loaded".formatted(loaded - found, loaded));
  }
}
