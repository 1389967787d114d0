package dev.campanile.translator;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CapsText;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.CapsStore.Version;
import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CampaignTranslator.TranslatedCaps;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The one way by which frequency caps come into force, whether a file or a call brings them.
 *
 * <p>Broken input never replaces good caps; equal content is the same version. Thread-safe.
 */
public final class CapsPublisher {

  /** What publishing comes to. */
  public sealed interface Publication {

    /** It is in force; {@code changed} is false where the same content was before. */
    record Published(Version version, boolean changed, List<Violation> warnings)
        implements Publication {}

    /** Nothing has changed; among the violations is an error. */
    record Refused(List<Violation> violations) implements Publication {}
  }

  private final CampaignTranslator translator;
  private final CapsStore store;
  private final RuleBookKeeper keeper;

  public CapsPublisher(CampaignTranslator translator, CapsStore store, RuleBookKeeper keeper) {
    this.translator = translator;
    this.store = store;
    this.keeper = keeper;
  }

  /** Publishes YAML or JSON text; this process has the caps in force on return. */
  public Publication publish(String text, Instant when, Witness<Version> witness) {
    Instant now = when.truncatedTo(ChronoUnit.MICROS);
    TranslatedCaps translated = translator.caps(text);
    if (translated.caps().isEmpty()) {
      return new Publication.Refused(translated.findings());
    }
    String yaml = CapsText.yaml(translated.caps().get());
    var changed = new AtomicBoolean();
    Version version =
        store.publish(
            yaml,
            Hashes.sha256(yaml),
            now,
            (before, after) -> {
              changed.set(!before.equals(Optional.of(after)));
              witness.saw(before, after);
            });
    keeper.refresh(now);
    return new Publication.Published(version, changed.get(), translated.findings());
  }

  /** The same, unseen. */
  public Publication publish(String text, Instant when) {
    return publish(text, when, Witness.nobody());
  }

  /** Which former version the text is, where a later and different one is in force. */
  public Optional<Version> superseded(String text) {
    Optional<String> hash =
        translator.caps(text).caps().map(caps -> Hashes.sha256(CapsText.yaml(caps)));
    boolean inForce = store.latest().map(Version::hash).equals(hash);
    return inForce
        ? Optional.empty()
        : store.versions().stream()
            .filter(version -> hash.filter(version.hash()::equals).isPresent())
            .findFirst();
  }
}
