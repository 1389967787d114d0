package dev.campanile.api.campaign;

import dev.campanile.api.campaign.CampaignViews.Finding;
import dev.campanile.api.campaign.CapsViews.Published;
import dev.campanile.api.campaign.CapsViews.Shown;
import dev.campanile.api.http.Problem;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CapsReader;
import dev.campanile.campaign.text.CapsText;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.CapsStore.Version;
import dev.campanile.engine.warehouse.Witness;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.CapsPublisher.Publication;
import java.time.Clock;
import java.util.List;

/** Takes in and shows frequency caps. Thread-safe. */
public final class CapsDesk {

  private final CapsPublisher publisher;
  private final CapsStore store;
  private final CampaignReader reader;
  private final Clock clock;

  public CapsDesk(CapsPublisher publisher, CapsStore store, CampaignReader reader, Clock clock) {
    this.publisher = publisher;
    this.store = store;
    this.reader = reader;
    this.clock = clock;
  }

  Shown latest() {
    return store.latest().map(this::shown).orElse(new Shown(0, CapsText.json(Caps.NONE)));
  }

  List<Version> versions() {
    return store.versions();
  }

  Shown version(int number) {
    return store.versions().stream()
        .filter(version -> version.version() == number)
        .findFirst()
        .map(this::shown)
        .orElseThrow(
            () ->
                Problem.notFound("There is no version %d of caps.".formatted(number)).exception());
  }

  Published publish(String text, Witness<Version> witness) {
    return switch (publisher.publish(text, clock.instant(), witness)) {
      case Publication.Published(var version, var changed, var warnings) ->
          new Published(version.version(), changed, Finding.of(warnings));
      case Publication.Refused(var violations) ->
          throw Problem.of(
                  422,
                  "invalid-caps",
                  "The caps were refused",
                  "%d problems were found.".formatted(violations.size()))
              .with("findings", Finding.of(violations))
              .exception();
    };
  }

  private Shown shown(Version version) {
    Caps caps =
        reader.caps(version.yaml()) instanceof CapsReader.Told.Read read ? read.caps() : Caps.NONE;
    return new Shown(version.version(), CapsText.json(caps));
  }
}
