package dev.campanile.engine.rule;

import dev.campanile.campaign.CampaignKey;

/** The DRL of one campaign version, as the translator wrote it. */
public record RuleText(CampaignKey campaign, String drl) {}
