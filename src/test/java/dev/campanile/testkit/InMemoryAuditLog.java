package dev.campanile.testkit;

import dev.campanile.access.AuditLog;
import java.util.ArrayList;
import java.util.List;

/** The audit in memory. Thread-safe. */
public final class InMemoryAuditLog implements AuditLog {

  private final List<Entry> entries = new ArrayList<>();

  /** Empty. */
  public InMemoryAuditLog() {}

  @Override
  public synchronized void record(Change change) {
    entries.addFirst(new Entry(entries.size() + 1L, change));
  }

  @Override
  public synchronized List<Entry> search(Search search) {
    return entries.stream()
        .filter(entry -> entry.id() < search.before().orElse(Long.MAX_VALUE))
        .filter(entry -> search.subject().map(entry.change().subject()::equals).orElse(true))
        .filter(entry -> search.who().map(entry.change().who()::equals).orElse(true))
        .limit(search.limit())
        .toList();
  }
}
