package dev.campanile.translator;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Attached;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.Geography;
import dev.campanile.campaign.Trigger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Resolves what a campaign names and does not hold: the insides of its areas. Thread-safe. */
public final class Attacher {

  private final Geography geography;

  public Attacher(Geography geography) {
    this.geography = geography;
  }

  /**
   * @param files the text of a file by its name
   * @throws IllegalArgumentException where a file is not there or is not what it should be
   */
  public Attached attach(CampaignGraph graph, Function<String, Optional<String>> files) {
    Map<Area, Geofence> fences = new HashMap<>();
    areas(graph).distinct().forEach(area -> fences.put(area, fence(area, files)));
    return new Attached(fences, Map.of());
  }

  /** The inside of an area; as {@link #attach}. */
  Geofence fence(Area area, Function<String, Optional<String>> files) {
    return switch (area) {
      case Area.Circle circle -> geography.circle(circle);
      case Area.Outline(String file) ->
          geography.polygons(
              files
                  .apply(file)
                  .orElseThrow(() -> new IllegalArgumentException("there is no file " + file)));
    };
  }

  private static Stream<Area> areas(CampaignGraph graph) {
    return graph
        .triggers()
        .flatMap(trigger -> trigger.cells().rows().stream().flatMap(row -> row.stream()))
        .map(Trigger.Cell::condition)
        .flatMap(condition -> areaOf(condition).stream());
  }

  /** The area that a condition is about. */
  static Optional<Area> areaOf(Condition condition) {
    return switch (condition) {
      case Condition.Enters enters -> Optional.of(enters.area());
      case Condition.Exits exits -> Optional.of(exits.area());
      case Condition.Inside inside -> Optional.of(inside.area());
      case Condition.Dwell dwell -> Optional.of(dwell.area());
      default -> Optional.empty();
    };
  }
}
