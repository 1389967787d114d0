package dev.campanile.campaign;

/** The name of a campaign, as its file states it: see {@link Names} for its alphabet. */
public record CampaignId(String text) implements Comparable<CampaignId> {

  public CampaignId {
    Names.require("CampaignId", text);
  }

  @Override
  public int compareTo(CampaignId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
