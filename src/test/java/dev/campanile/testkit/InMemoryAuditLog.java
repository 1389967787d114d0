package dev.campanile.testkit;

import dev.campanile.access.AuditLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The audit in memory. Thread-safe. */
public final class InMemoryAuditLog implements AuditLog {

  private final List<Entry> entries = new ArrayList<>();

  /** Empty. */
  public InMemoryAuditLog() {}

  @Override
  public synchronized void record(Change change) {
    entries.addFirst(new Entry(entries.size() + 1L, change));
  }

  /** Entries alone are undone: other twins share no store with this one. */
  @Override
  public synchronized <T> T whole(Supplier<T> deed) {
    List<Entry> before = List.copyOf(entries);
    boolean well = false;
    try {
      T done = deed.get();
      well = true;
      return done;
    } finally {
      if (!well) {
        entries.clear();
        entries.addAll(before);
      }
    }
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
