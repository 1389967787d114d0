package dev.campanile.walk;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Insiders;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
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

  private final CampaignStore store;
  private final Insiders insiders;
  private final UserWalk walk;
  private final Executor background;
  private final Rounds rounds = new Rounds(LOG, "Users inside ended campaigns");

  public Endings(CampaignStore store, Insiders insiders, UserWalk walk, Executor background) {
    this.store = store;
    this.insiders = insiders;
    this.walk = walk;
    this.background = background;
  }

  /** Walks in the background, unless a walk is under way. */
  public void hurry() {
    background.execute(this::walk);
  }

  /** One walk through all ended campaigns; to be called every now and then. */
  public void walk() {
    rounds.go(
        () ->
            store.shelf().campaigns().stream()
                .filter(listing -> listing.status() == Status.ENDED)
                .map(listing -> new CampaignKey(listing.id(), listing.version()))
                .forEach(this::leadOut));
  }

  private void leadOut(CampaignKey campaign) {
    var led = new AtomicLong();
    walk.walk(
        (after, most) -> insiders.of(campaign.id(), after, most),
        Optional.empty(),
        Integer.MAX_VALUE,
        (user, now) -> new Signal.Stopped(user, campaign, now),
        users -> led.addAndGet(users.size()) > 0);
    if (led.get() > 0) {
      LOG.infof("Campaign %s has ended: %d users are led out.", campaign, led.get());
    }
  }
}
