package dev.campanile.engine.warehouse;

import java.time.Instant;
import java.util.List;

/** How far each partition has been judged, and what waits for a person. Thread-safe. */
public interface Ledger {

  /** A partition with the offset that its next batch begins at. */
  record Progress(int partition, long epoch, long nextOffset, String owner) {}

  /** A record that could not be read or judged. */
  record DeadRecord(
      int partition, long offset, String user, String payload, String error, Instant at) {}

  List<Progress> progress();

  /** Up to {@code most}, the latest first. */
  List<DeadRecord> dead(int most);
}
