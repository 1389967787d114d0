package dev.campanile.api.campaign;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.campanile.api.campaign.CampaignViews.Finding;
import dev.campanile.engine.warehouse.CapsStore.Version;
import java.time.Instant;
import java.util.List;

/** How frequency caps are shown. */
public final class CapsViews {

  private CapsViews() {}

  /** A version of the caps; 0 where none was ever published. */
  public record Shown(int version, @JsonRawValue String caps) {}

  /** A version without its content. */
  public record Listed(int version, String hash, Instant publishedAt) {

    static Listed of(Version version) {
      return new Listed(version.version(), version.hash(), version.publishedAt());
    }
  }

  /** What is in force now; {@code changed} is false where it was before. */
  public record Published(int version, boolean changed, List<Finding> warnings) {}
}
