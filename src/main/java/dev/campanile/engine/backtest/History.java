package dev.campanile.engine.backtest;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event log grouped by user, each user's events in log order, and the profiles that users begin
 * with.
 *
 * <p>Events are kept as bytes, some 65 for one with two properties, so that tens of millions fit in
 * memory. One thread fills it; then any number may read.
 */
public final class History {

  /** An event and how many come before it in the log. */
  record Logged(long place, Event event) {}

  private final Codec codec = new Codec();
  private final Map<UserId, Tape> tapes = new LinkedHashMap<>();
  private final Map<UserId, Attributes> profiles = new HashMap<>();
  private long events;
  private @Nullable Instant latest;

  /** Appends the next event of the log. */
  public void add(Event event) {
    Tape tape = tapes.computeIfAbsent(event.user(), user -> new Tape());
    tape.write(events);
    codec.write(event, tape);
    events++;
    latest = latest == null || event.time().isAfter(latest) ? event.time() : latest;
  }

  /** The profile that a user begins with; a second one replaces the first. */
  public void profile(UserId user, Attributes attributes) {
    profiles.put(user, attributes);
  }

  public long events() {
    return events;
  }

  /** The latest event time of the whole log. */
  public Optional<Instant> latest() {
    return Optional.ofNullable(latest);
  }

  /** The users with events, in the order of their first. */
  public List<UserId> users() {
    return List.copyOf(tapes.keySet());
  }

  public Attributes profile(UserId user) {
    return profiles.getOrDefault(user, Attributes.NONE);
  }

  /** The events of a user, in log order. */
  Iterator<Event> events(UserId user) {
    Iterator<Logged> logged = logged(user);
    return new Iterator<>() {

      @Override
      public boolean hasNext() {
        return logged.hasNext();
      }

      @Override
      public Event next() {
        return logged.next().event();
      }
    };
  }

  /** The events of a user, each with its place in the whole log. */
  Iterator<Logged> logged(UserId user) {
    Tape.Cursor cursor = tapes.get(user).read();
    return new Iterator<>() {

      @Override
      public boolean hasNext() {
        return !cursor.atEnd();
      }

      @Override
      public Logged next() {
        return new Logged(cursor.readNumber(), codec.read(user, cursor));
      }
    };
  }
}
