package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.EventHistory;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Writes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A warehouse whose user is killed now and then, just before or just after a commit. Not
 * thread-safe.
 */
public final class MortalWarehouse implements DataWarehouse {

  /** The process is gone. */
  public static final class Killed extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final double CHANCE = 0.15;

  private final DataWarehouse warehouse;
  private final Random random;

  public MortalWarehouse(DataWarehouse warehouse, long seed) {
    this.warehouse = warehouse;
    this.random = new Random(seed);
  }

  @Override
  public Ownership claim(int partition, String owner) {
    return warehouse.claim(partition, owner);
  }

  @Override
  public Batch begin(Ownership mine) {
    return new Mortal(warehouse.begin(mine));
  }

  @Override
  public UserState read(UserId user) {
    return warehouse.read(user);
  }

  @Override
  public Map<UserId, UserState> read(Collection<UserId> users) {
    return warehouse.read(users);
  }

  @Override
  public EventHistory history() {
    return warehouse.history();
  }

  @Override
  public boolean lease(int partition, CampaignId campaign, long total) {
    boolean leased = warehouse.lease(partition, campaign, total);
    perhapsDie();
    return leased;
  }

  @Override
  public long left(CampaignId campaign, long total) {
    return warehouse.left(campaign, total);
  }

  private void perhapsDie() {
    if (random.nextDouble() < CHANCE) {
      throw new Killed();
    }
  }

  private final class Mortal implements Batch {

    private final Batch batch;

    private Mortal(Batch batch) {
      this.batch = batch;
    }

    @Override
    public Instant now() {
      return batch.now();
    }

    @Override
    public Set<Sighting> seen(List<Sighting> sightings) {
      return batch.seen(sightings);
    }

    @Override
    public Map<UserId, UserState> load(Collection<UserId> users) {
      return batch.load(users);
    }

    @Override
    public Map<CampaignId, Long> permits(Map<CampaignId, Integer> totals) {
      return batch.permits(totals);
    }

    @Override
    public EventHistory history() {
      return batch.history();
    }

    @Override
    public void write(Writes writes) {
      batch.write(writes);
      perhapsDie();
    }

    @Override
    public Ownership commit() {
      Ownership next = batch.commit();
      perhapsDie();
      return next;
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
