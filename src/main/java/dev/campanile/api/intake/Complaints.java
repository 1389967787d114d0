package dev.campanile.api.intake;

/** Hears of everything that is wrong with what is being read. */
@FunctionalInterface
interface Complaints {

  /**
   * @param field such as {@code time} or {@code properties.items}; empty for the whole
   */
  void add(String field, String reason);
}
