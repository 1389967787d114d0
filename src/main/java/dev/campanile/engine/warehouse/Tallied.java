package dev.campanile.engine.warehouse;

/**
 * How the events of one batch or of many were classed; signals that are no events stand apart.
 *
 * @param in all events; the sum of the six classes after it
 * @param signals wake-ups, settled actions, profile changes and commands
 */
public record Tallied(
    long in,
    long applied,
    long noMatch,
    long duplicate,
    long late,
    long illegal,
    long dead,
    long signals,
    long moves,
    long orders) {

  public static final Tallied NOTHING = new Tallied(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public boolean balanced() {
    return in == applied + noMatch + duplicate + late + illegal + dead;
  }
}
