package dev.campanile.translator;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignTranslator.Review;
import dev.campanile.translator.CampaignTranslator.Translation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one way by which campaigns go live, whether a file, a call or a command brings them.
 *
 * <p>Broken input never replaces a good version; equal content is the same version. Thread-safe.
 */
public final class CampaignPublisher {

  /** What publishing comes to. */
  public sealed interface Publication {

    /** It is open; {@code changed} is false where the same content was open before. */
    record Published(CampaignKey campaign, boolean changed, List<Violation> warnings)
        implements Publication {}

    /** Nothing has changed; among the violations is an error. */
    record Refused(List<Violation> violations) implements Publication {}
  }

  private final CampaignTranslator translator;
  private final CampaignStore store;
  private final RuleBookKeeper keeper;

  public CampaignPublisher(
      CampaignTranslator translator, CampaignStore store, RuleBookKeeper keeper) {
    this.translator = translator;
    this.store = store;
    this.keeper = keeper;
  }

  /** Publishes YAML or JSON text; this process has the new version in force on return. */
  public Publication publish(String text, Instant now, Witness<CampaignKey> witness) {
    return publish(translator.translate(text, this::nextVersion), now, witness);
  }

  /** The same, unseen. */
  public Publication publish(String text, Instant now) {
    return publish(text, now, Witness.nobody());
  }

  /** Publishes a text that names other files than the latest ones. */
  public Publication publish(
      String text, FileSource files, Instant now, Witness<CampaignKey> witness) {
    return publish(candidate(text, files), now, witness);
  }

  /** The same, unseen. */
  public Publication publish(String text, FileSource files, Instant now) {
    return publish(text, files, now, Witness.nobody());
  }

  /** What a text would be published as. */
  public Translation candidate(String text, FileSource files) {
    return translator.with(files).translate(text, this::nextVersion);
  }

  private Publication publish(Translation translation, Instant now, Witness<CampaignKey> witness) {
    return switch (translation) {
      case Translation.Refused(var violations) -> new Publication.Refused(violations);
      case Translation.Translated campaign ->
          publish(campaign, now.truncatedTo(ChronoUnit.MICROS), witness);
    };
  }

  /** What publishing a text would tell: with an error among it, it would be refused. */
  public Review review(String text, FileSource files) {
    return translator.with(files).review(text);
  }

  /** The version that a campaign would be published as. */
  public CampaignKey next(CampaignId id) {
    return new CampaignKey(id, nextVersion(id));
  }

  /** Which former version of its campaign the text is, where a later and different one is open. */
  public Optional<CampaignKey> superseded(String text) {
    if (!(translator.translate(text, this::nextVersion)
        instanceof Translation.Translated campaign)) {
      return Optional.empty();
    }
    CampaignId id = campaign.graph().id();
    int open = openVersion(id);
    if (open == 0 || has(new CampaignKey(id, open), campaign.hash())) {
      return Optional.empty();
    }
    for (int version = open - 1; version >= 1; version--) {
      var former = new CampaignKey(id, version);
      if (has(former, campaign.hash())) {
        return Optional.of(former);
      }
    }
    return Optional.empty();
  }

  private Publication publish(
      Translation.Translated campaign, Instant now, Witness<CampaignKey> witness) {
    var changed = new AtomicBoolean();
    CampaignKey key =
        store.publish(
            campaign.graph().id(),
            campaign.yaml(),
            campaign.files(),
            campaign.hash(),
            now,
            (before, after) -> {
              changed.set(!before.equals(Optional.of(after)));
              witness.saw(before, after);
            });
    keeper.refresh(now);
    return new Publication.Published(key, changed.get(), campaign.warnings());
  }

  private boolean has(CampaignKey key, String hash) {
    return store.version(key).map(Version::hash).filter(hash::equals).isPresent();
  }

  private int nextVersion(CampaignId id) {
    return openVersion(id) + 1;
  }

  /** As far as this process knows: the store has the last word. */
  private int openVersion(CampaignId id) {
    Standing standing = keeper.get().standings().get(id);
    return standing == null ? 0 : standing.version();
  }
}
