package dev.campanile.api.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.campanile.engine.state.Launch;
import dev.campanile.engine.warehouse.Walks.Walk;
import dev.campanile.walk.Launches;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How launches are shown. */
public final class LaunchViews {

  private LaunchViews() {}

  /**
   * All launches of a campaign, or of all of them.
   *
   * @param ahead those of open versions, with what they will do next
   * @param ticks what they have done, the latest first
   */
  public record Overview(List<Ahead> ahead, List<Tick> ticks) {

    static Overview of(Launches launches, List<Launch> ahead, List<Walk> ticks) {
      return new Overview(
          ahead.stream().map(launch -> Ahead.of(launch, launches.next(launch))).toList(),
          ticks.stream().map(Tick::of).toList());
    }
  }

  /**
   * A launch of the open version.
   *
   * @param launch as it is written
   * @param perMinute how many users it tells in a minute; none: as fast as it can
   * @param next its next tick; none where there is no more
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Ahead(
      String campaign,
      String entry,
      String launch,
      Optional<Integer> perMinute,
      Optional<Instant> next) {

    static Ahead of(Launch launch, Optional<Instant> next) {
      return new Ahead(
          launch.campaign().text(), launch.name(), launch.text(), launch.entry().perMinute(), next);
    }
  }

  /**
   * One tick: a walk over the audience.
   *
   * @param state walking, done or given_up
   * @param total how many users there were when it began
   * @param told how many have been told; some may have been refused
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Tick(
      String campaign,
      Instant tick,
      String entry,
      String state,
      long total,
      long told,
      Optional<Integer> perMinute,
      Instant begunAt,
      Instant changedAt) {

    static Tick of(Walk walk) {
      Launches.Tick tick = Launches.Tick.of(walk);
      return new Tick(
          tick.campaign().text(),
          tick.at(),
          tick.entry(),
          walk.state().name().toLowerCase(Locale.ROOT),
          walk.total(),
          walk.done(),
          walk.perMinute(),
          walk.begunAt(),
          walk.changedAt());
    }
  }
}
