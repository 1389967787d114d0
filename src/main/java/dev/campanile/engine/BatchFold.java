package dev.campanile.engine;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.PartitionEngine.Ports;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Dead;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Sightings;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.engine.warehouse.Writes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fold over one batch: every record in log order, each a step of its user. Nothing is written
 * here.
 */
final class BatchFold {

  private final StateControl control;
  private final Ports ports;
  private final Instant now;
  private final Map<UserId, UserState> before;
  private final Map<UserId, UserState> current;
  private final Map<UserId, UserState> changed = new HashMap<>();
  private final Set<Sighting> duplicates;
  private final Sightings sighted = new Sightings();
  private final Set<CampaignId> lacking = new HashSet<>();
  private final Map<CampaignId, Long> spent = new HashMap<>();
  private Permits permits;
  private final List<Judged> judged = new ArrayList<>();
  private final List<Dead> dead = new ArrayList<>();

  BatchFold(
      StateControl control,
      Ports ports,
      Instant now,
      Map<UserId, UserState> before,
      Set<Sighting> duplicates,
      Permits permits) {
    this.control = control;
    this.ports = ports;
    this.now = now;
    this.before = before;
    this.current = new HashMap<>(before);
    this.duplicates = new HashSet<>(duplicates);
    this.permits = permits;
  }

  /**
   * The campaigns for which permits were lacking that may be had yet: what was folded is no answer
   * then, and is to be folded again with more.
   */
  Set<CampaignId> lacking() {
    return Set.copyOf(lacking);
  }

  static Set<UserId> users(Collection<LogRecord> records) {
    Set<UserId> users = new LinkedHashSet<>();
    for (LogRecord logRecord : records) {
      if (logRecord instanceof LogRecord.Readable readable) {
        users.add(readable.signal().user());
      }
    }
    return users;
  }

  static List<Sighting> sightings(Collection<LogRecord> records) {
    List<Sighting> sightings = new ArrayList<>();
    for (LogRecord logRecord : records) {
      if (logRecord instanceof LogRecord.Readable(long offset, Signal.Happened(Event event))) {
        sightings.add(sighting(offset, event));
      }
    }
    return sightings;
  }

  Writes fold(List<LogRecord> records, String bookHash) {
    for (LogRecord logRecord : records) {
      switch (logRecord) {
        case LogRecord.Readable r when !lacking.isEmpty() -> {} // all of it is folded again
        case LogRecord.Readable(long offset, Signal signal) -> judge(offset, signal);
        case LogRecord.Unreadable(long offset, String payload, String error) ->
            dead.add(new Dead(offset, "", payload, error));
      }
    }
    long toOffset = records.getLast().offset() + 1;
    return new Writes(toOffset, before, changed, judged, dead, spent, tallied(), bookHash);
  }

  private void judge(long offset, Signal signal) {
    UserState state = current.getOrDefault(signal.user(), UserState.unknown(signal.user()));
    if (signal instanceof Signal.Happened(Event event) && repeated(sighting(offset, event))) {
      judged.add(new Judged(offset, signal, unchanged(state, Outcome.DUPLICATE)));
      return;
    }
    try {
      Detail detail = ports.detail().apply(signal);
      keep(offset, signal, control.step(state, signal, now, detail, permits));
    } catch (RuntimeException bug) {
      // Ours or a rule's: this one record waits for a person, everybody else goes on.
      dead.add(new Dead(offset, signal.user().text(), payload(signal), bug.toString()));
      judged.add(new Judged(offset, signal, unchanged(state, Outcome.DEAD)));
    }
  }

  /** As it stands in the log, so that a person can send it again. */
  private String payload(Signal signal) {
    return new String(ports.codec().encode(signal), StandardCharsets.UTF_8);
  }

  private void keep(long offset, Signal signal, Step step) {
    judged.add(new Judged(offset, signal, step));
    lacking.addAll(step.lacking());
    spend(step);
    if (current.put(signal.user(), step.state()) != step.state()) {
      changed.put(signal.user(), step.state());
    }
  }

  /** Where nobody has a limit of all there is nothing to spend. */
  private void spend(Step step) {
    if (!permits.left().isEmpty()) {
      permits = permits.after(step);
      Map<CampaignId, Long> entries = Permits.entries(step);
      entries.keySet().retainAll(permits.left().keySet());
      entries.forEach((campaign, count) -> spent.merge(campaign, count, Long::sum));
    }
  }

  private boolean repeated(Sighting sighting) {
    return duplicates.contains(sighting) || sighted.repeats(sighting);
  }

  private Tallied tallied() {
    long unreadable = dead.stream().filter(letter -> letter.user().isEmpty()).count();
    long events = judged.stream().filter(BatchFold::isEvent).count();
    return new Tallied(
        events + unreadable,
        count(Outcome.APPLIED),
        count(Outcome.NO_MATCH),
        count(Outcome.DUPLICATE),
        count(Outcome.LATE),
        count(Outcome.ILLEGAL),
        count(Outcome.DEAD) + unreadable,
        judged.size() - events,
        judged.stream().mapToLong(BatchFold::moves).sum(),
        judged.stream().mapToLong(one -> one.step().orders().size()).sum());
  }

  private long count(Outcome outcome) {
    return judged.stream().filter(one -> isEvent(one) && one.outcome() == outcome).count();
  }

  private static long moves(Judged judged) {
    return judged.step().facts().stream().filter(Fact.Moved.class::isInstance).count();
  }

  private static boolean isEvent(Judged judged) {
    return judged.signal() instanceof Signal.Happened;
  }

  private static Sighting sighting(long offset, Event event) {
    return new Sighting(event.user(), event.id(), event.time(), offset);
  }

  private static Step unchanged(UserState state, Outcome outcome) {
    return Step.unchanged(state, outcome);
  }
}
