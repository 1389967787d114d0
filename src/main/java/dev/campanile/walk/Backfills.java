package dev.campanile.walk;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Lets the users who are there already into campaigns that are new, or of which entries or audience
 * have changed, or the schedule that says which dates of users count: each of them is looked at
 * once, through the log, in chunks.
 *
 * <p>It is for campaigns with an entry that can hold without an event; all others wait for events
 * anyway. A crash costs at most that a chunk is told twice, which does no harm. Thread-safe.
 */
public final class Backfills {

  private static final Logger LOG = Logger.getLogger(Backfills.class);

  private static final long NEVER = -1;

  private static final String PREFIX = "backfill/";

  private final CampaignStore store;
  private final CampaignReader reader;
  private final Walks walks;
  private final KnownUsers users;
  private final SharedWalks shared;
  private final Executor background;
  private final Rounds rounds = new Rounds(LOG, "Backfills");
  private volatile long settled = NEVER;

  /**
   * @param owner tells this process from others
   */
  public Backfills(
      CampaignStore store,
      CampaignReader reader,
      Walks walks,
      KnownUsers users,
      UserWalk walk,
      Clock clock,
      String owner,
      Executor background) {
    this.store = store;
    this.reader = reader;
    this.walks = walks;
    this.users = users;
    this.shared = new SharedWalks(walks, walk, clock, owner);
    this.background = background;
  }

  /** Walks in the background, unless a walk is under way. */
  public void hurry() {
    background.execute(this::walk);
  }

  /** Begins what must begin and goes on with what is under way; to be called every now and then. */
  public void walk() {
    rounds.go(
        () -> {
          CampaignStore.Shelf shelf = store.shelf();
          if (shelf.revision() != settled && walk(shelf)) {
            settled = shelf.revision();
          }
        });
  }

  /** How far the backfill of a campaign's open version has come; where none was needed, that. */
  public Walk of(Listing campaign) {
    return inForce(new CampaignKey(campaign.id(), campaign.version()));
  }

  /** The version for the sake of which a walk was begun. */
  public static CampaignKey campaign(Walk backfill) {
    return CampaignKey.parse(backfill.name().substring(PREFIX.length()));
  }

  /** True where nothing is left to do until something is published. */
  private boolean walk(CampaignStore.Shelf shelf) {
    boolean over = true;
    for (Listing campaign : shelf.campaigns()) {
      Walk current = of(campaign);
      if (!current.over() && campaign.status() != Status.PAUSED) {
        over &= go(campaign, current.name(), shelf.revision());
      }
    }
    return over;
  }

  private boolean go(Listing campaign, String name, long revision) {
    if (campaign.status() == Status.ENDED) {
      return shared.giveUp(name);
    }
    var key = new CampaignKey(campaign.id(), campaign.version());
    return shared.goOn(
        new SharedWalks.Errand(
            name,
            (after, most) ->
                waitsForDates(key)
                    ? users.all(after, most)
                    : users.strangersTo(campaign.id(), after, most),
            (user, at) -> new Signal.Reviewed(user, key, at),
            () -> store.revision() == revision));
  }

  /**
   * The walk that counts for a version: its own, or where it needed none that of the version before
   * it, which goes on under the new one.
   */
  private Walk inForce(CampaignKey key) {
    Walk own = considered(key);
    return own.state() == State.NOT_NEEDED && key.version() > 1
        ? Optional.of(inForce(new CampaignKey(key.id(), key.version() - 1)))
            .filter(former -> !former.over())
            .orElse(own)
        : own;
  }

  /** The walk of a version, begun where it has not been. */
  private Walk considered(CampaignKey key) {
    String name = PREFIX + key;
    Optional<Walk> known = walks.named(name);
    if (known.isPresent()) {
      return known.get();
    }
    State state = isNeeded(key) ? State.WALKING : State.NOT_NEEDED;
    long total = state == State.WALKING ? users.count() : 0;
    Walk begun = shared.begun(Walk.begun(name, Optional.empty(), total, state, shared.now()));
    if (state == State.WALKING) {
      LOG.infof("%s begins: %d users are to be looked at.", name, total);
    }
    return begun;
  }

  private boolean isNeeded(CampaignKey key) {
    Optional<Version> version = store.version(key);
    Optional<CampaignGraph> graph = version.flatMap(this::graph);
    if (graph.filter(Backfills::letsInWithoutEvent).isEmpty()) {
      return false;
    }
    Optional<Version> before =
        key.version() == 1
            ? Optional.empty()
            : store.version(new CampaignKey(key.id(), key.version() - 1));
    Optional<CampaignGraph> former = before.flatMap(this::graph);
    return former.isEmpty()
        || !former.get().entries().equals(graph.get().entries())
        || !former.get().audience().equals(graph.get().audience())
        || (waitsForDates(graph.get()) && !former.get().schedule().equals(graph.get().schedule()))
        || !before.get().files().equals(version.orElseThrow().files());
  }

  /** A new date is one for those as well who have taken part before. */
  private boolean waitsForDates(CampaignKey key) {
    return store.version(key).flatMap(this::graph).filter(Backfills::waitsForDates).isPresent();
  }

  private static boolean waitsForDates(CampaignGraph graph) {
    return graph.entries().stream().anyMatch(Entry.Dated.class::isInstance);
  }

  private Optional<CampaignGraph> graph(Version version) {
    return reader.graph(version.yaml());
  }

  /** Whether an entry can hold whenever one looks; without an event there is no key, though. */
  private static boolean letsInWithoutEvent(CampaignGraph graph) {
    return graph.participation().key().isEmpty()
        && (waitsForDates(graph)
            || graph.entries().stream()
                .flatMap(entry -> entry.trigger().stream())
                .anyMatch(Backfills::holdsWithoutEvent));
  }

  private static boolean holdsWithoutEvent(Trigger trigger) {
    List<List<Trigger.Cell>> rows = trigger.cells().rows();
    return rows.stream()
        .allMatch(
            row -> row.stream().anyMatch(cell -> cell.condition() instanceof Condition.Standing));
  }
}
