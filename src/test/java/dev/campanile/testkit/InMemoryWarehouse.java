package dev.campanile.testkit;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Permits;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.time.WakeUps;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Dead;
import dev.campanile.engine.warehouse.EventHistory;
import dev.campanile.engine.warehouse.Fenced;
import dev.campanile.engine.warehouse.Judged;
import dev.campanile.engine.warehouse.Ownership;
import dev.campanile.engine.warehouse.Recalled;
import dev.campanile.engine.warehouse.Sighting;
import dev.campanile.engine.warehouse.Tallied;
import dev.campanile.engine.warehouse.Unwritable;
import dev.campanile.engine.warehouse.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The data warehouse in memory. Thread-safe. */
public final class InMemoryWarehouse implements DataWarehouse, WakeUps {

  /** A batch as the ledger has it. */
  public record Entry(
      int partition, long batchSeq, long epoch, long from, long to, Tallied tallied) {}

  /** A record of the log and what it did. */
  public record Kept(int partition, Judged judged) {}

  private record Quota(long total, long spentOrLeased) {}

  private record Owner(long epoch, long nextOffset, long batchSeq) {}

  private final Clock clock;
  private final Predicate<CampaignId> running;
  private final Map<Integer, Owner> owners = new HashMap<>();
  private final Map<UserId, UserState> users = new HashMap<>();
  private final Map<UserId, Integer> partitions = new HashMap<>();
  private final Map<CampaignId, Quota> quotas = new HashMap<>();
  private final Map<CampaignId, Map<Integer, Long>> leases = new HashMap<>();
  private final List<CampaignId> askedForLeft = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final List<Dead> dead = new ArrayList<>();
  private final List<Entry> ledger = new ArrayList<>();

  public InMemoryWarehouse(Clock clock) {
    this(clock, campaign -> true);
  }

  /** Campaigns that are not running wake nobody. */
  public InMemoryWarehouse(Clock clock, Predicate<CampaignId> running) {
    this.clock = clock;
    this.running = running;
  }

  @Override
  public synchronized Ownership claim(int partition, String owner) {
    Owner former = owners.getOrDefault(partition, new Owner(0, 0, 0));
    Owner next = new Owner(former.epoch() + 1, former.nextOffset(), former.batchSeq());
    owners.put(partition, next);
    return new Ownership(partition, next.epoch(), next.nextOffset());
  }

  @Override
  public synchronized Batch begin(Ownership mine) {
    requireOwned(mine);
    return new InMemoryBatch(mine, clock.instant());
  }

  @Override
  public synchronized UserState read(UserId user) {
    return users.getOrDefault(user, UserState.unknown(user));
  }

  @Override
  public synchronized Map<UserId, UserState> read(Collection<UserId> asked) {
    Map<UserId, UserState> states = new HashMap<>();
    asked.forEach(user -> states.put(user, read(user)));
    return states;
  }

  @Override
  public EventHistory history() {
    return this::each;
  }

  private synchronized void each(
      Collection<UserId> asked, Set<String> types, Consumer<Event> seen) {
    kept.stream()
        .map(Kept::judged)
        .filter(judged -> judged.outcome().counts())
        .map(Judged::signal)
        .filter(Signal.Happened.class::isInstance)
        .map(signal -> ((Signal.Happened) signal).event())
        .filter(event -> asked.contains(event.user()) && types.contains(event.type()))
        .forEach(seen);
  }

  @Override
  public synchronized List<Waiting> next(
      int partition, Optional<Waiting> after, Instant until, int most) {
    Comparator<Waiting> order = Comparator.comparing(Waiting::at).thenComparing(Waiting::user);
    return users.values().stream()
        .filter(state -> partitions.get(state.user()) == partition)
        .flatMap(this::waiting)
        .filter(one -> one.at().isBefore(until))
        .filter(one -> after.isEmpty() || order.compare(one, after.get()) > 0)
        .sorted(order)
        .limit(most)
        .toList();
  }

  /** Everybody whose state is stored. */
  public synchronized List<UserState> states() {
    return List.copyOf(users.values());
  }

  /** Every record that was judged, in the order of commits. */
  public synchronized List<Kept> kept() {
    return List.copyOf(kept);
  }

  /** The campaigns of which somebody wanted to know how much their limit of all leaves. */
  public synchronized List<CampaignId> askedForLeft() {
    return List.copyOf(askedForLeft);
  }

  public synchronized List<Entry> ledger() {
    return List.copyOf(ledger);
  }

  public synchronized List<Dead> dead() {
    return List.copyOf(dead);
  }

  private Stream<Waiting> waiting(UserState state) {
    var waiting =
        state.participations().stream()
            .filter(one -> running.test(one.campaign().id()))
            .flatMap(one -> one.wakeAt().stream());
    var opening =
        state.memories().entrySet().stream()
            .filter(memory -> running.test(memory.getKey()))
            .flatMap(memory -> memory.getValue().nextWake().stream());
    return Stream.concat(waiting, opening).map(at -> new Waiting(state.user(), at));
  }

  @Override
  public synchronized boolean lease(int partition, CampaignId campaign, long total) {
    Quota quota = quotas.computeIfAbsent(campaign, any -> new Quota(total, entries(campaign)));
    Map<Integer, Long> leases = this.leases.computeIfAbsent(campaign, any -> new TreeMap<>());
    if (quota.total() != total) {
      long recalled = leases.values().stream().mapToLong(Long::longValue).sum();
      leases.clear();
      quota = new Quota(total, quota.spentOrLeased() - recalled);
    }
    long free = total - quota.spentOrLeased();
    long given =
        free > 0
            ? Math.clamp(free / (4L * Math.max(1, owners.size())), 1L, 1_000L)
            : recall(leases, partition);
    quotas.put(campaign, new Quota(total, quota.spentOrLeased() + (free > 0 ? given : 0)));
    leases.merge(partition, given, Long::sum);
    return given > 0;
  }

  private static long recall(Map<Integer, Long> leases, int but) {
    long recalled = 0;
    for (var lease : leases.entrySet()) {
      if (lease.getKey() != but) {
        long taken = (lease.getValue() + 1) / 2;
        lease.setValue(lease.getValue() - taken);
        recalled += taken;
      }
    }
    return recalled;
  }

  @Override
  public synchronized long left(CampaignId campaign, long total) {
    askedForLeft.add(campaign);
    return Math.max(0, total - entries(campaign));
  }

  private long entries(CampaignId campaign) {
    return kept.stream()
        .map(one -> Permits.entries(one.judged().step()).getOrDefault(campaign, 0L))
        .mapToLong(Long::longValue)
        .sum();
  }

  private synchronized long held(int partition, CampaignId campaign, long total) {
    Quota quota = quotas.get(campaign);
    return quota == null || quota.total() != total
        ? 0
        : leases.get(campaign).getOrDefault(partition, 0L);
  }

  private void spend(int partition, Map<CampaignId, Long> spent) {
    spent.forEach(
        (campaign, count) -> {
          long held = leases.getOrDefault(campaign, Map.of()).getOrDefault(partition, 0L);
          if (held < count) {
            throw new Recalled(campaign.text());
          }
        });
    spent.forEach((campaign, count) -> leases.get(campaign).merge(partition, -count, Long::sum));
  }

  private void count(CampaignId campaign, long entries) {
    quotas.computeIfPresent(
        campaign, (id, quota) -> new Quota(quota.total(), quota.spentOrLeased() + entries));
  }

  private void requireOwned(Ownership mine) {
    Owner owner = owners.get(mine.partition());
    if (owner == null || owner.epoch() != mine.epoch() || owner.nextOffset() != mine.nextOffset()) {
      throw new Fenced(mine);
    }
  }

  private boolean sighted(Sighting sighting) {
    return kept.stream()
        .filter(one -> one.judged().outcome() != Outcome.DUPLICATE)
        .filter(one -> one.judged().outcome() != Outcome.DEAD)
        .anyMatch(
            one ->
                one.judged().signal() instanceof Signal.Happened(Event event)
                    && sighting.sameEvent(
                        new Sighting(
                            event.user(), event.id(), event.time(), one.judged().offset())));
  }

  private synchronized Ownership keep(Ownership mine, Writes writes) {
    requireOwned(mine);
    spend(mine.partition(), writes.spent());
    writes.unlimited().forEach(this::count);
    Owner owner = owners.get(mine.partition());
    Owner next = new Owner(owner.epoch(), writes.toOffset(), owner.batchSeq() + 1);
    owners.put(mine.partition(), next);
    users.putAll(writes.after());
    writes.after().keySet().forEach(user -> partitions.put(user, mine.partition()));
    writes.judged().forEach(judged -> kept.add(new Kept(mine.partition(), judged)));
    dead.addAll(writes.dead());
    ledger.add(
        new Entry(
            mine.partition(),
            next.batchSeq(),
            next.epoch(),
            mine.nextOffset(),
            writes.toOffset(),
            writes.tallied()));
    return new Ownership(mine.partition(), next.epoch(), next.nextOffset());
  }

  private synchronized void requireWritable(Ownership mine, Writes writes) {
    long stale =
        writes.after().keySet().stream()
            .filter(user -> read(user).version() != loaded(writes, user).version())
            .count();
    if (stale > 0) {
      int all = writes.after().size();
      throw Fenced.stale(mine, all, all - (int) stale);
    }
    if (writes.judged().toString().indexOf('\0') >= 0) {
      throw new Unwritable("Expected text, but there is a NUL in it.", new RuntimeException());
    }
  }

  private static UserState loaded(Writes writes, UserId user) {
    return writes.before().getOrDefault(user, UserState.unknown(user));
  }

  private final class InMemoryBatch implements Batch {

    private final Ownership mine;
    private final Instant now;
    private Optional<Writes> written = Optional.empty();

    private InMemoryBatch(Ownership mine, Instant now) {
      this.mine = mine;
      this.now = now;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Set<Sighting> seen(List<Sighting> sightings) {
      synchronized (InMemoryWarehouse.this) {
        Set<Sighting> seen = new HashSet<>(sightings);
        seen.removeIf(sighting -> !sighted(sighting));
        return seen;
      }
    }

    @Override
    public Map<UserId, UserState> load(Collection<UserId> loaded) {
      Map<UserId, UserState> states = new HashMap<>();
      loaded.forEach(user -> states.put(user, read(user)));
      return states;
    }

    @Override
    public Map<CampaignId, Long> permits(Map<CampaignId, Integer> totals) {
      Map<CampaignId, Long> held = new HashMap<>();
      totals.forEach(
          (campaign, total) -> held.put(campaign, held(mine.partition(), campaign, total)));
      return held;
    }

    @Override
    public EventHistory history() {
      return InMemoryWarehouse.this.history();
    }

    @Override
    public void write(Writes writes) {
      requireWritable(mine, writes);
      written = Optional.of(writes);
    }

    @Override
    public Ownership commit() {
      return keep(mine, written.orElseThrow());
    }

    @Override
    public void close() {
      written = Optional.empty();
    }
  }
}
