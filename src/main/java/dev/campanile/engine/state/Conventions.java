package dev.campanile.engine.state;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What holds for all campaigns of an installation.
 *
 * @param lateness how far behind the user's latest event one may come and still count
 * @param zone whose clock is read where neither profile nor schedule names one
 */
public record Conventions(Duration lateness, ZoneId zone) {

  public static final Conventions DEFAULT = new Conventions(Duration.ofHours(1), ZoneId.of("UTC"));
}
