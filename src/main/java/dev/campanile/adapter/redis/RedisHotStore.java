package dev.campanile.adapter.redis;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.StateCodec;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The hot store in Redis: each call is one script in the namespace {@code
 * prefix:{partition:epoch}:}.
 *
 * <p>There, {@code g} is the marker, {@code u:USER} and {@code p:PARTICIPATION} are hashes, and
 * {@code w} is the wheel: a sorted set of users by the instant of their wake-up. Whatever is not
 * touched for {@link #TIME_TO_LIVE} vanishes, dead epochs among it. Whatever goes wrong is "lost".
 * Thread-safe.
 */
public final class RedisHotStore implements HotStore {

  /** Longer than any horizon, so that nothing vanishes from the wheel before it is due. */
  static final Duration TIME_TO_LIVE = Duration.ofHours(1);

  private static final Logger LOG = Logger.getLogger(RedisHotStore.class);
  private static final String MILLIS_TO_LIVE = Long.toString(TIME_TO_LIVE.toMillis());
  private static final Script READ = Script.named("read");
  private static final Script WRITE = Script.named("write");
  private static final Script DUE = Script.named("due");
  private static final Script ARM = Script.named("arm");

  /** Wake-ups armed by one script: other clients wait while it runs. */
  private static final int ARMED_AT_ONCE = 1_000;

  private final Scripts scripts;
  private final HotStates states;
  private final String prefix;

  /**
   * A hot store.
   *
   * @param prefix tells installations apart that share a Redis
   */
  public RedisHotStore(Redis redis, StateCodec codec, String prefix) {
    this.scripts = new Scripts(redis);
    this.states = new HotStates(codec);
    this.prefix = prefix;
  }

  @Override
  public Optional<Map<UserId, UserState>> read(Namespace namespace, Collection<UserId> users) {
    if (namespace.generation() == 0) {
      return Optional.of(Map.of());
    }
    List<String> arguments = new ArrayList<>(users.size() + 1);
    arguments.add(generation(namespace));
    users.forEach(user -> arguments.add(user.text()));
    return scripts.run(READ, marker(namespace), arguments).flatMap(this::decoded);
  }

  @Override
  public boolean write(Namespace namespace, Collection<Hot> written, Instant horizon) {
    List<String> arguments = new ArrayList<>();
    arguments.add(generation(namespace));
    arguments.add(generation(namespace.next()));
    arguments.add(MILLIS_TO_LIVE);
    try {
      written.forEach(hot -> states.write(hot, wake(hot, horizon), arguments));
    } catch (RuntimeException bug) {
      // The batch is committed: a failure here must not look like one of its writes.
      LOG.error("A state cannot be kept hot.", bug);
      return false;
    }
    return scripts
        .run(WRITE, marker(namespace), arguments)
        .filter(answer -> answer.toInteger() == 1)
        .isPresent();
  }

  @Override
  public List<Wake> due(Namespace namespace, Instant now, int most) {
    List<String> arguments =
        List.of(
            generation(namespace),
            MILLIS_TO_LIVE,
            Long.toString(micros(now)),
            Integer.toString(most));
    List<Wake> due = new ArrayList<>();
    scripts
        .run(DUE, marker(namespace), arguments)
        .ifPresent(
            answer -> {
              for (int i = 0; i < answer.size(); i += 2) {
                Instant at = Instant.EPOCH.plus(answer.get(i + 1).toLong(), ChronoUnit.MICROS);
                due.add(new Wake(new UserId(answer.get(i).toString()), at));
              }
            });
    return due;
  }

  @Override
  public void arm(Namespace namespace, Collection<Wake> wakes) {
    List<Wake> ordered = List.copyOf(wakes);
    for (int from = 0; from < ordered.size(); from += ARMED_AT_ONCE) {
      List<String> arguments = new ArrayList<>();
      arguments.add(generation(namespace));
      arguments.add(MILLIS_TO_LIVE);
      for (Wake wake : ordered.subList(from, Math.min(from + ARMED_AT_ONCE, ordered.size()))) {
        arguments.add(Long.toString(ceiling(wake.at())));
        arguments.add(wake.user().text());
      }
      scripts.run(ARM, marker(namespace), arguments);
    }
  }

  private Optional<Map<UserId, UserState>> decoded(Response answer) {
    try {
      Map<UserId, UserState> found = new HashMap<>();
      answer.forEach(
          state -> states.read(state).ifPresent(whole -> found.put(whole.user(), whole)));
      return Optional.of(found);
    } catch (RuntimeException notOurs) {
      LOG.warnf("Redis holds what is no state, going on without: %s", notOurs.getMessage());
      return Optional.empty();
    }
  }

  private static String wake(Hot hot, Instant horizon) {
    return hot.wakeAt()
        .filter(at -> !at.isAfter(horizon))
        .map(at -> Long.toString(ceiling(at)))
        .orElse("");
  }

  /** Rounded up, as the warehouse does: nothing wakes early. */
  private static long ceiling(Instant at) {
    long floor = micros(at);
    return at.getNano() % 1000 == 0 ? floor : floor + 1;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at.truncatedTo(ChronoUnit.MICROS));
  }

  private static String generation(Namespace namespace) {
    return Long.toString(namespace.generation());
  }

  private String marker(Namespace namespace) {
    return "%s:{%d:%d}:g".formatted(prefix, namespace.partition(), namespace.epoch());
  }
}
