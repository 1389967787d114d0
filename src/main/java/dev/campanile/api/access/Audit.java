package dev.campanile.api.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.access.AuditLog;
import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what the caller of the present request has changed: one line in each method that
 * changes something, after it is done and in the {@link #whole} of it. What leaves the store, such
 * as taking a version into force, comes after the whole.
 */
@Singleton
public final class Audit {

  /** Longer texts are cut: whole campaigns and attachments are kept as versions. */
  private static final int LONGEST = 20_000;

  private final AuditLog log;
  private final SecurityIdentity identity;
  private final ObjectMapper json;
  private final Clock clock;

  public Audit(AuditLog log, SecurityIdentity identity, ObjectMapper json, Clock clock) {
    this.log = log;
    this.identity = identity;
    this.json = json;
    this.clock = clock;
  }

  /** Who asks; nobody is asked for where nobody may ask. */
  public Caller caller() {
    Caller caller = identity.getAttribute(Caller.IDENTITY);
    return caller == null ? Caller.SOMEBODY : caller;
  }

  /** Does something and writes it down: both are kept, or neither. */
  public <T> T whole(Supplier<T> deed) {
    return log.whole(deed);
  }

  /** Something became of something else, or was that before: then there is nothing to tell. */
  public void became(String action, String subject, Optional<?> before, Object after) {
    if (!before.equals(Optional.of(after))) {
      changed(action, subject, before.map(Object::toString).orElse(null), after.toString());
    }
  }

  /** Something was done. */
  public void did(String action, String subject) {
    changed(action, subject, null, null);
  }

  /** Something was brought in. */
  public void did(String action, String subject, Object after) {
    changed(action, subject, null, after);
  }

  /**
   * Something was changed.
   *
   * @param before what it was, as text or as what JSON can be made of; no secrets
   */
  public void changed(
      String action, String subject, @Nullable Object before, @Nullable Object after) {
    record(caller(), action, subject, before, after);
  }

  /** The same for somebody who was nobody when the request began. */
  void record(
      Caller caller,
      String action,
      String subject,
      @Nullable Object before,
      @Nullable Object after) {
    log.record(
        new Change(
            clock.instant(),
            caller.who(),
            caller.by(),
            action,
            subject,
            text(before),
            text(after)));
  }

  private @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    String text = value instanceof String said ? said : json(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }
}
