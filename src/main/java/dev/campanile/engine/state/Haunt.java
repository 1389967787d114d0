package dev.campanile.engine.state;

import dev.campanile.campaign.Area;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Geofence;
import dev.campanile.campaign.text.CampaignText;

/**
 * An area that a campaign asks how long one has been in.
 *
 * @param name the same for equal areas: a file may hold something else in another version
 */
public record Haunt(String name, Geofence fence) {

  static Haunt of(CampaignKey campaign, Area area, Geofence fence) {
    String text = CampaignText.text(new Condition.Inside(area));
    return new Haunt(area instanceof Area.Circle ? text : campaign + " " + text, fence);
  }
}
