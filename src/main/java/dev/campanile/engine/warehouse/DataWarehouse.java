package dev.campanile.engine.warehouse;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where users' states, facts, orders and the ledger are kept: the truth.
 *
 * <p>One transaction per batch, fenced by the partition's epoch and offset. Thread-safe; a {@link
 * Batch} is not.
 */
public interface DataWarehouse {

  /** Takes a partition over: from now on batches of earlier epochs are fenced. */
  Ownership claim(int partition, String owner);

  /**
   * Opens the transaction of a batch that begins at {@code mine.nextOffset()}.
   *
   * @throws Fenced where another owner has claimed the partition or the offset is not the next one
   */
  Batch begin(Ownership mine);

  /** The stored state of a user, as of the last commit; for reading alone. */
  UserState read(UserId user);

  /** The stored states of users, as of the last commit; as {@link #read(UserId)}. */
  Map<UserId, UserState> read(Collection<UserId> users);

  /** What users have done, as of the last commit. */
  EventHistory history();

  /** One transaction. Closing it uncommitted rolls it back. */
  interface Batch extends AutoCloseable {

    /** The store's clock at the beginning; the one clock of all durable times. */
    Instant now();

    /** Which of these the store has sighted before as the same event, at an earlier offset. */
    Set<Sighting> seen(List<Sighting> sightings);

    /** The states of these users; those never stored are {@link UserState#unknown}. */
    Map<UserId, UserState> load(Collection<UserId> users);

    /** What users have done before this batch. */
    EventHistory history();

    /** Writes everything; nothing is kept before {@link #commit()}. */
    void write(Writes writes);

    /**
     * Commits; an ambiguous answer is resolved by reading the fence again.
     *
     * @return the ownership with the next offset
     */
    Ownership commit();

    @Override
    void close();
  }
}
