package dev.campanile.engine.action;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Coupon codes in stock, by pool. A code is in one pool and is issued once, for ever. Thread-safe.
 */
public interface CouponPools {

  /** What a pool holds. */
  record Stock(String pool, long free, long issued) {}

  /** What adding codes came to; a duplicate is a code that this or another pool already had. */
  record Added(int added, int duplicates) {}

  /**
   * Adds codes in one transaction, and opens the pool where there is none. As many orders as there
   * are free codes are taken up again among those that were parked because this pool was empty.
   */
  Added add(String pool, Collection<String> codes, Instant now);

  /** All pools by name. */
  List<Stock> stocks();

  Optional<Stock> stock(String pool);
}
