package dev.campanile.campaign;

import java.util.Map;

/**
 * What a version of a campaign brings along besides its graph: the insides of its areas, and the
 * lists of users that it names.
 *
 * @param fences by area
 * @param rosters by the name of the list
 */
public record Attached(Map<Area, Geofence> fences, Map<String, Roster> rosters) {

  public static final Attached NOTHING = new Attached(Map.of(), Map.of());

  public Attached {
    fences = Map.copyOf(fences);
    rosters = Map.copyOf(rosters);
  }
}
