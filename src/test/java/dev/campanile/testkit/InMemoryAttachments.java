package dev.campanile.testkit;

import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Hashes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Attachments in memory. Thread-safe. */
public final class InMemoryAttachments implements Attachments {

  private record Content(String name, String hash) {}

  private final Map<Content, String> texts = new HashMap<>();
  private final Map<String, Attachment> latest = new TreeMap<>();

  @Override
  public synchronized Attachment keep(String name, String text, Instant now) {
    String hash = Hashes.sha256(text);
    texts.put(new Content(name, hash), text);
    Attachment former = latest.get(name);
    if (former == null || !former.hash().equals(hash)) {
      latest.put(name, new Attachment(name, hash, text.length(), now));
    }
    return latest.get(name);
  }

  @Override
  public synchronized Optional<Attachment> named(String name) {
    return Optional.ofNullable(latest.get(name));
  }

  @Override
  public synchronized Optional<String> text(String name, String hash) {
    return Optional.ofNullable(texts.get(new Content(name, hash)));
  }

  @Override
  public synchronized List<Attachment> all() {
    return List.copyOf(latest.values());
  }
}
