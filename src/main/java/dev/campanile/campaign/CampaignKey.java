package dev.campanile.campaign;

/**
 * One immutable version of a campaign; printed as {@code welcome-coupon@3}. Versions count from 1.
 */
public record CampaignKey(CampaignId id, int version) implements Comparable<CampaignKey> {

  public CampaignKey {
    if (version < 1) {
      throw new IllegalArgumentException(
          "Expected a version from 1 on, but got %d.".formatted(version));
    }
  }

  /** Reads the printed form. */
  public static CampaignKey parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0 || !text.substring(at + 1).matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "Expected a version such as welcome@3, but got '%s'.".formatted(text));
    }
    return new CampaignKey(
        new CampaignId(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public int compareTo(CampaignKey other) {
    int byId = id.compareTo(other.id);
    return byId != 0 ? byId : Integer.compare(version, other.version);
  }

  @Override
  public String toString() {
    return id + "@" + version;
  }
}
