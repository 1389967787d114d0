package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition.Split;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.UserId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * "split takes the splits of a node in rank order as consecutive parts of [0, 100 %)". "Within one
 * trigger equal splits are one split; different ones (in the order written) and those of
 * lower-ranked edges of the node take the following parts."
 */
final class Splits {

  private static final BigDecimal WHOLE = new BigDecimal(BigInteger.TWO.pow(64));

  private Splits() {}

  static boolean holds(Split split, Edge edge, CampaignGraph campaign, UserId user) {
    BigDecimal from = from(split, edge, campaign);
    BigDecimal to = from.add(split.percent());
    BigDecimal point = point(campaign.id() + "|" + edge.from() + "|" + user);
    return point.compareTo(from.multiply(WHOLE)) >= 0 && point.compareTo(to.multiply(WHOLE)) < 0;
  }

  /** "`control` uses the same with node `goal`." */
  static boolean inControlGroup(CampaignGraph campaign, UserId user) {
    BigDecimal point = point(campaign.id() + "|goal|" + user);
    return campaign
        .goal()
        .flatMap(Goal::controlPercent)
        .filter(percent -> point.compareTo(percent.multiply(WHOLE)) < 0)
        .isPresent();
  }

  /**
   * "The first 8 bytes of SHA-256 of campaign|node|user, big-endian unsigned, over 2^64"; a hundred
   * times as much, because parts are percentages.
   */
  private static BigDecimal point(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigDecimal(new BigInteger(1, Arrays.copyOf(hash, 8)))
          .multiply(BigDecimal.valueOf(100));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Where a split of an edge begins. */
  private static BigDecimal from(Split split, Edge edge, CampaignGraph campaign) {
    BigDecimal from = BigDecimal.ZERO;
    for (Edge ranked : campaign.leaving(edge.from())) {
      for (Split each : splits(ranked)) {
        if (ranked.equals(edge) && each.equals(split)) {
          return from;
        }
        from = from.add(each.percent());
      }
    }
    throw new IllegalStateException("Expected a split of this edge.");
  }

  private static List<Split> splits(Edge edge) {
    return Truth.leaves(edge.when().written()).stream()
        .filter(Split.class::isInstance)
        .map(Split.class::cast)
        .distinct()
        .toList();
  }
}
