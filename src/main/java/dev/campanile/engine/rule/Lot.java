package dev.campanile.engine.rule;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.UserId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A user's own point of [0, 1) at a node: the same whenever it is drawn, and spread evenly over
 * users.
 *
 * @param point the first eight bytes of SHA-256 of {@code campaign|node|user}, unsigned, over 2^64
 */
public record Lot(long point) {

  /** Where nothing is drawn for. */
  public static final Lot NONE = new Lot(0);

  private static final BigDecimal ALL = BigDecimal.valueOf(2).pow(64);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public static Lot of(CampaignId campaign, NodeId node, UserId user) {
    String seed = campaign + "|" + node + "|" + user;
    return new Lot(ByteBuffer.wrap(sha256(seed)).getLong());
  }

  /** Whether it falls into the part from a percentage, included, to another, excluded. */
  public boolean isWithin(BigDecimal from, BigDecimal to) {
    BigDecimal percents = new BigDecimal(Long.toUnsignedString(point)).multiply(HUNDRED);
    return percents.compareTo(from.multiply(ALL)) >= 0 && percents.compareTo(to.multiply(ALL)) < 0;
  }

  /** Where it falls between 0 and 100, to four digits, for people to read. */
  public BigDecimal percent() {
    return new BigDecimal(Long.toUnsignedString(point))
        .multiply(HUNDRED)
        .divide(ALL, 4, RoundingMode.DOWN);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
