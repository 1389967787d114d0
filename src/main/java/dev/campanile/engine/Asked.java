package dev.campanile.engine;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The events whose senders want every reason told when they are judged; asked before the event is
 * in the log. Thread-safe.
 */
public final class Asked {

  /** Who asks for more at once loses the oldest reasons, never an event. */
  private static final int MOST = 10_000;

  private record Question(UserId user, EventId event) {}

  private final Set<Question> questions = new LinkedHashSet<>();

  public synchronized void ask(Event event) {
    if (questions.size() == MOST) {
      questions.remove(questions.iterator().next());
    }
    questions.add(new Question(event.user(), event.id()));
  }

  public synchronized boolean contains(Event event) {
    return !questions.isEmpty() && questions.contains(new Question(event.user(), event.id()));
  }

  public synchronized void forget(Event event) {
    questions.remove(new Question(event.user(), event.id()));
  }
}
