package dev.campanile.walk;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Shelf;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Crowds.Spot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Takes everybody along whom a newly open version takes along: one command for each user inside an
 * earlier version at a node that has a successor, through the log, in chunks.
 *
 * <p>It begins anew until nobody is left, so that neither a crash nor someone who slipped in under
 * an older rule book is a matter; to be told twice does no harm. Thread-safe.
 */
public final class Migrations {

  private static final Logger LOG = Logger.getLogger(Migrations.class);

  /** How long those who are left are left in peace, told or not; doubled each time. */
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private record Pause(Instant until, Duration length) {

    Pause next(Instant now) {
      Duration doubled = length.multipliedBy(2);
      Duration next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
      return new Pause(now.plus(next), next);
    }
  }

  private final CampaignStore store;
  private final CampaignReader reader;
  private final Crowds crowds;
  private final UserWalk walk;
  private final Clock clock;
  private final Executor background;
  private final Rounds rounds = new Rounds(LOG, "Users inside former versions");
  private final Map<CampaignKey, Pause> pauses = new ConcurrentHashMap<>();
  private volatile long walked = -1;

  public Migrations(
      CampaignStore store,
      CampaignReader reader,
      Crowds crowds,
      UserWalk walk,
      Clock clock,
      Executor background) {
    this.store = store;
    this.reader = reader;
    this.crowds = crowds;
    this.walk = walk;
    this.clock = clock;
    this.background = background;
  }

  /** Walks in the background, unless a walk is under way. */
  public void hurry() {
    background.execute(this::walk);
  }

  /** Walks where something was published or steered since the last walk; to be called often. */
  public void look() {
    if (store.revision() != walked) {
      walk();
    }
  }

  /** One walk through all campaigns; to be called every now and then. */
  public void walk() {
    rounds.go(
        () -> {
          Shelf shelf = store.shelf();
          shelf.campaigns().stream()
              .filter(listing -> listing.status() == Status.RUNNING)
              .forEach(listing -> takeAlong(listing, shelf));
          walked = shelf.revision();
        });
  }

  private void takeAlong(Listing listing, Shelf shelf) {
    var open = new CampaignKey(listing.id(), listing.version());
    boolean crowded = shelf.versions().stream().anyMatch(one -> one.inUse() && before(one, open));
    Pause pause = pauses.getOrDefault(open, new Pause(Instant.MIN, SHORTEST_PAUSE.dividedBy(2)));
    Instant now = clock.instant();
    if (!crowded) {
      pauses.remove(open);
    } else if (!now.isBefore(pause.until())) {
      takeAlong(open, leaving(open, shelf));
      pauses.put(open, pause.next(now));
    }
  }

  private void takeAlong(CampaignKey open, List<Spot> leaving) {
    var told = new AtomicLong();
    for (Spot spot : leaving) {
      walk.walk(
          (after, most) -> crowds.at(spot, after, most),
          Optional.empty(),
          Integer.MAX_VALUE,
          (user, now) -> new Signal.Migrated(user, open, now),
          users -> told.addAndGet(users.size()) > 0);
    }
    if (told.get() > 0) {
      LOG.infof("Version %s takes %d users along.", open, told.get());
    }
  }

  /** Where inside earlier versions those are who have somewhere to go. */
  private List<Spot> leaving(CampaignKey open, Shelf shelf) {
    Optional<CampaignGraph> graph =
        shelf.versions().stream()
            .filter(version -> version.key().equals(open))
            .findFirst()
            .flatMap(this::graph)
            .filter(read -> !(read.onChange() instanceof OnChange.Pin));
    return graph.isEmpty()
        ? List.of()
        : crowds.spots(open.id()).stream()
            .filter(spot -> spot.campaign().version() < open.version())
            .filter(spot -> graph.get().successor(spot.node()).isPresent())
            .toList();
  }

  private static boolean before(Version version, CampaignKey open) {
    return version.key().id().equals(open.id()) && version.key().version() < open.version();
  }

  private Optional<CampaignGraph> graph(Version version) {
    return reader.graph(version.yaml());
  }
}
