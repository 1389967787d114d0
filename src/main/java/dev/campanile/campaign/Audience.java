package dev.campanile.campaign;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may take part: those of whom a trigger of standings holds and who are in an uploaded list,
 * where both are given; but nobody of whom the exclusion's trigger holds or who is in its list.
 */
public record Audience(
    Optional<Trigger> where, Optional<String> list, Optional<Exclusion> exclude) {

  /** Who may not take part. */
  public record Exclusion(Optional<Trigger> where, Optional<String> list) {}

  /** The files of users that it names. */
  public Stream<String> lists() {
    return Stream.concat(list.stream(), exclude.flatMap(Exclusion::list).stream());
  }

  /** Its triggers. */
  public Stream<Trigger> triggers() {
    return Stream.concat(where.stream(), exclude.flatMap(Exclusion::where).stream());
  }
}
