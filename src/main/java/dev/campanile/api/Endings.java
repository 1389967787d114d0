package dev.campanile.api;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Insiders;
import dev.campanile.engine.warehouse.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Leads everybody out of campaigns that have ended: one command for each user inside, through the
 * log, in chunks.
 *
 * <p>It begins anew until nobody is left, so that neither a crash nor someone who slipped in under
 * an older rule book is a matter; to be told twice does no harm. Thread-safe.
 */
public final class Endings {

  private static final Logger LOG = Logger.getLogger(Endings.class);
  private static final int CHUNK = 1_000;

  private final CampaignStore store;
  private final Insiders insiders;
  private final LogWriter log;
  private final Clock clock;
  private final Executor background;
  private final AtomicBoolean walking = new AtomicBoolean();

  public Endings(
      CampaignStore store, Insiders insiders, LogWriter log, Clock clock, Executor background) {
    this.store = store;
    this.insiders = insiders;
    this.log = log;
    this.clock = clock;
    this.background = background;
  }

  /** Walks in the background, unless a walk is under way. */
  public void hurry() {
    background.execute(this::walk);
  }

  /** One walk through all ended campaigns; to be called every now and then. */
  public void walk() {
    if (!walking.compareAndSet(false, true)) {
      return;
    }
    try {
      store.shelf().campaigns().stream()
          .filter(listing -> listing.status() == Status.ENDED)
          .map(listing -> new CampaignKey(listing.id(), listing.version()))
          .forEach(this::leadOut);
    } catch (ProblemException | Unavailable unavailable) {
      LOG.warnf("Users inside ended campaigns wait: %s", unavailable.getMessage());
    } finally {
      walking.set(false);
    }
  }

  private void leadOut(CampaignKey campaign) {
    long led = 0;
    List<UserId> users = insiders.of(campaign.id(), Optional.empty(), CHUNK);
    while (!users.isEmpty()) {
      Instant now = clock.instant();
      log.append(
          users.stream().<Signal>map(user -> new Signal.Stopped(user, campaign, now)).toList());
      led += users.size();
      users = insiders.of(campaign.id(), Optional.of(users.getLast()), CHUNK);
    }
    if (led > 0) {
      LOG.infof("Campaign %s has ended: %d users are led out.", campaign, led);
    }
  }
}
