package dev.campanile.engine.warehouse;

import java.util.Optional;

/**
 * Sees what a change comes to while it can still be undone: what a witness keeps in the same store
 * is kept with the change or not at all, and where it throws, nothing has changed.
 */
@FunctionalInterface
public interface Witness<T> {

  /**
   * Once the change is made, before anybody else can see it.
   *
   * @param before none where there was nothing; the same as {@code after} where nothing had to be
   *     changed
   */
  void saw(Optional<T> before, T after);

  /** Nobody looks. */
  static <T> Witness<T> nobody() {
    return (before, after) -> {};
  }
}
