package dev.campanile.walk;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Walks that all instances share: one at a time is at a walk, at the walk's own pace, and whoever
 * takes it over goes on where it stands. Thread-safe.
 *
 * <p>A claim is renewed with every chunk and runs out soon after the last one, so that a process
 * that is killed holds a walk up for seconds. A chunk may be told twice then.
 */
final class SharedWalks {

  private static final Logger LOG = Logger.getLogger(SharedWalks.class);

  /** Longer than the log may take for a chunk. */
  private static final Duration CLAIM = Duration.ofSeconds(15);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What a pace has missed for longer is not made up for by a burst. */
  private static final Duration LAG = Duration.ofSeconds(2);

  /**
   * What is done on a walk.
   *
   * @param told what each user is told, at an instant
   * @param goesOn asked after each chunk; where it does not go on, it may do so later
   */
  record Errand(
      String name,
      UserWalk.Way way,
      BiFunction<UserId, Instant, Signal> told,
      BooleanSupplier goesOn) {}

  private final Walks walks;
  private final UserWalk walk;
  private final Clock clock;
  private final String owner;

  /**
   * @param owner tells this process from others
   */
  SharedWalks(Walks walks, UserWalk walk, Clock clock, String owner) {
    this.walks = walks;
    this.walk = walk;
    this.clock = clock;
    this.owner = owner;
  }

  /** The walk of this name, begun where it has not been. */
  Walk begun(Walk first) {
    return walks
        .named(first.name())
        .orElseGet(
            () -> {
              walks.begin(first);
              return walks.named(first.name()).orElseThrow();
            });
  }

  /** Goes on with a walk, as far as its pace allows; true where it is over then. */
  boolean goOn(Errand errand) {
    return claimed(errand.name(), walking -> goOn(errand, walking));
  }

  /** Ends a walk before it has come to everybody; true where it is over then. */
  boolean giveUp(String name) {
    return claimed(name, walking -> end(walking, State.GIVEN_UP));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private boolean claimed(String name, Predicate<Walk> deed) {
    Instant now = now();
    Optional<Walk> claimed = walks.claim(name, owner, now, now.plus(CLAIM));
    if (claimed.isEmpty()) {
      return false;
    }
    try {
      return deed.test(claimed.get());
    } finally {
      walks.release(name, owner);
    }
  }

  private boolean goOn(Errand errand, Walk walking) {
    var current = new Walk[] {walking};
    boolean arrived =
        walk.walk(
            errand.way(),
            walking.last(),
            chunk(walking),
            errand.told(),
            told -> {
              Instant now = now();
              current[0] = advanced(current[0], told, now);
              return walks.advance(current[0], owner, now.plus(CLAIM))
                  && !current[0].resumesAt().isAfter(now)
                  && errand.goesOn().getAsBoolean();
            });
    return arrived && end(current[0], State.DONE);
  }

  /** What a second may bring, so that a pace is kept evenly. */
  private static int chunk(Walk walking) {
    return walking.perMinute().map(rate -> Math.max(1, rate / 60)).orElse(Integer.MAX_VALUE);
  }

  private static Walk advanced(Walk walking, List<UserId> told, Instant now) {
    Instant resumes =
        walking
            .perMinute()
            .map(rate -> MINUTE.multipliedBy(told.size()).dividedBy(rate))
            .map(latest(walking.resumesAt(), now.minus(LAG))::plus)
            .orElse(now);
    return walking.advanced(told.getLast(), told.size(), now, resumes);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private boolean end(Walk current, State how) {
    Instant now = now();
    boolean ended = walks.advance(current.ended(how, now), owner, now);
    if (ended) {
      LOG.infof(
          "%s is %s: %d users were told.",
          current.name(), how == State.DONE ? "done" : "given up", current.done());
    }
    return ended;
  }
}
