package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When something happens. */
public sealed interface Time {

  Place place();

  /** The instant, where it is an instant now and the user's clock is that of a zone. */
  Instant instant(Instant now, ZoneId zone);

  /** A time on the user's clock. */
  record Local(Place place, LocalDateTime at) implements Time {

    @Override
    public Instant instant(Instant now, ZoneId zone) {
      return WallClock.instant(at, zone);
    }
  }

  /** The same instant on every clock. */
  record Exact(Place place, Instant at) implements Time {

    @Override
    public Instant instant(Instant now, ZoneId zone) {
      return at;
    }
  }

  /** So much later than now. */
  record After(Place place, Span span) implements Time {

    @Override
    public Instant instant(Instant now, ZoneId zone) {
      return span.after(now, zone);
    }
  }
}
