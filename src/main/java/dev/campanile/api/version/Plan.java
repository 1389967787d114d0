package dev.campanile.api.version;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.plan.Group;
import dev.campanile.translator.GraphDiff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What publishing a campaign would do.
 *
 * @param candidate the version that it would be
 * @param open the version that is open now; none where the campaign is new
 * @param changed whether there would be a new version at all
 * @param onChange as its file says it: pin, follow or migrate
 * @param at the instant that it is told for
 * @param groups those inside, by version and node
 * @param graph what would change, element by element
 * @param text the same as a unified diff of the files
 * @param notes what the author had better know about those inside
 * @param warnings what publishing would warn of
 */
record Plan(
    CampaignKey candidate,
    Optional<CampaignKey> open,
    boolean changed,
    String onChange,
    Instant at,
    List<Group> groups,
    GraphDiff graph,
    String text,
    List<String> notes,
    List<Violation> warnings) {

  Plan {
    groups = List.copyOf(groups);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }
}
