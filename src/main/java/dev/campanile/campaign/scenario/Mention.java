package dev.campanile.campaign.scenario;

import dev.campanile.campaign.Place;

/**
 * A name as the author wrote it, and where: of a campaign, a node, an action, a reason. What it
 * names is known only when the campaigns are.
 */
public record Mention(String text, Place place) {}
