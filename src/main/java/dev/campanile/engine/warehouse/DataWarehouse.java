package dev.campanile.engine.warehouse;

import dev.campanile.campaign.CampaignId;
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

  /**
   * Leases some more permits of a campaign's limit of all to a partition: from what nobody has yet,
   * else from what others have and have not spent. The first lease takes those for spent who have
   * entered before. What a batch holds is waited for.
   *
   * @param total how many users may enter
   * @return false where all have been spent
   */
  boolean lease(int partition, CampaignId campaign, long total);

  /** How many users a campaign's limit of all still leaves, wherever they are leased to. */
  long left(CampaignId campaign, long total);

  /** One transaction. Closing it uncommitted rolls it back. */
  interface Batch extends AutoCloseable {

    /** The store's clock at the beginning; the one clock of all durable times. */
    Instant now();

    /** Which of these the store has sighted before as the same event, at an earlier offset. */
    Set<Sighting> seen(List<Sighting> sightings);

    /** The states of these users; those never stored are {@link UserState#unknown}. */
    Map<UserId, UserState> load(Collection<UserId> users);

    /**
     * How many permits this partition has of these campaigns, by their totals; those leased under
     * another total count for nothing. They are held until the batch is over.
     */
    Map<CampaignId, Long> permits(Map<CampaignId, Integer> totals);

    /** What users have done before this batch. */
    EventHistory history();

    /**
     * Writes everything; nothing is kept before {@link #commit()}.
     *
     * @throws Recalled where a permit that was spent is not there any more
     */
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
