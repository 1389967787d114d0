package dev.campanile.engine.state;

import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hot copy of users' states and of the next wake-ups; never the only copy.
 *
 * <p>Everything lives in a namespace per partition and epoch, under a generation marker that is
 * read together with the data and written by compare-and-set with it. Where the marker is not the
 * expected one the answer is "lost": the owner then claims a new epoch, whose namespace is empty,
 * and reloads from the warehouse as it goes.
 */
public interface HotStore {

  /** A namespace at a generation: {@code batches} committed writes since its epoch began. */
  record Namespace(int partition, long epoch, long generation) {

    public Namespace next() {
      return new Namespace(partition, epoch, generation + 1);
    }
  }

  /**
   * A user's state, and when it is to be woken; a campaign that does not run wakes nobody.
   *
   * @param state empty where none is to be kept: the next reader finds it in the warehouse
   * @param progress for whoever watches; it is written and never read back
   */
  record Hot(UserId user, Optional<UserState> state, Optional<Instant> wakeAt, Progress progress) {

    public Hot(UserState state, Optional<Instant> wakeAt, Progress progress) {
      this(state.user(), Optional.of(state), wakeAt, progress);
    }

    /** Of a user who is not expected soon: only the wake-up is kept. */
    public static Hot cold(UserId user, Optional<Instant> wakeAt) {
      return new Hot(user, Optional.empty(), wakeAt, Progress.NONE);
    }
  }

  /** A user who is to be woken. */
  record Wake(UserId user, Instant at) {}

  /**
   * The states it has of these users; empty where the namespace is lost. Generation 0 is an empty
   * namespace.
   */
  Optional<Map<UserId, UserState>> read(Namespace namespace, Collection<UserId> users);

  /**
   * Writes states and arms or disarms their wake-ups, and moves on to the next generation; false
   * where lost.
   */
  boolean write(Namespace namespace, Collection<Hot> states, Instant horizon);

  /**
   * Up to {@code most} wake-ups that are due, earliest first. They stay until their users' states
   * are written.
   */
  List<Wake> due(Namespace namespace, Instant now, int most);

  /**
   * Arms wake-ups that the warehouse knows of, up to the horizon; of several of one user the
   * earliest counts.
   */
  void arm(Namespace namespace, Collection<Wake> wakes);
}
