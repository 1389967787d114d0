package dev.campanile.translator;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.Attached;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.Geography;
import dev.campanile.campaign.Roster;
import dev.campanile.campaign.Rosters;
import dev.campanile.campaign.Trigger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resolves what a campaign names and does not hold: the insides of its areas, and its lists of
 * users. Equal contents are parsed once. Thread-safe.
 */
public final class Attacher {

  private final Geography geography;
  private final Rosters rosters;
  private final Parsed<Geofence> outlines = new Parsed<>();
  private final Parsed<Roster> lists = new Parsed<>();

  public Attacher(Geography geography, Rosters rosters) {
    this.geography = geography;
    this.rosters = rosters;
  }

  /**
   * @throws IllegalArgumentException where a file is not there or is not what it should be
   */
  public Attached attach(CampaignGraph graph, FileSource files) {
    Map<Area, Geofence> fences = new HashMap<>();
    areas(graph).distinct().forEach(area -> fences.put(area, fence(area, files)));
    Map<String, Roster> named = new HashMap<>();
    graph.audience().stream()
        .flatMap(Audience::lists)
        .forEach(list -> named.put(list, roster(list, files)));
    return new Attached(fences, named);
  }

  /** What is wrong with a file that a campaign names: "Expected …, but …", with its advice. */
  Optional<String> problem(String name, FileSource files) {
    Optional<FileSource.File> file = files.named(name);
    return file.isEmpty()
        ? Optional.of(
            """
            Expected a file that was uploaded or stands beside the campaign, but there is no '%s'.
            Maybe PUT it to /v1/attachments/%s, or save it in the folder of the campaign."""
                .formatted(name, name))
        : problem(name, file.get());
  }

  /** What is wrong with the content of a file, by what its name says that it is. */
  public Optional<String> problem(String name, FileSource.File file) {
    try {
      if (FileNames.ofList(name)) {
        lists.get(file, rosters::read);
      } else {
        outlines.get(file, geography::polygons);
      }
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      String what = FileNames.ofList(name) ? "a list of users" : "polygons";
      return Optional.of(
          "Expected %s in '%s', but %s.".formatted(what, name, unusable.getMessage()));
    }
  }

  /** The inside of an area; as {@link #attach}. */
  Geofence fence(Area area, FileSource files) {
    return switch (area) {
      case Area.Circle circle -> geography.circle(circle);
      case Area.Outline(String file) -> outlines.get(found(file, files), geography::polygons);
    };
  }

  private Roster roster(String list, FileSource files) {
    return lists.get(found(list, files), rosters::read);
  }

  private static FileSource.File found(String name, FileSource files) {
    return files
        .named(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no file " + name));
  }

  private static Stream<Area> areas(CampaignGraph graph) {
    return graph
        .triggers()
        .flatMap(trigger -> trigger.cells().rows().stream().flatMap(row -> row.stream()))
        .map(Trigger.Cell::condition)
        .flatMap(condition -> Area.of(condition).stream());
  }
}
