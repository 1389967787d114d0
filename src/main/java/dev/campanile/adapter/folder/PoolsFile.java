package dev.campanile.adapter.folder;

import dev.campanile.campaign.Names;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.CouponRecipe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Reads {@code pools.yaml}: coupon pools that must exist. One that does not is filled with new
 * codes; one that does is left alone, however few codes it has left.
 */
public final class PoolsFile implements Pools {

  private static final Logger LOG = Logger.getLogger(CampaignFolder.class);
  private static final Set<String> KEYS = Set.of("pool", "generate", "length", "prefix");

  private static final String DEFAULT_LENGTH = "10";

  /** A pool that is asked for. */
  private record Wanted(Tree place, String pool, int count, CouponRecipe recipe) {}

  private final TreeParser trees;
  private final CouponPools pools;
  private final RandomGenerator random;

  /**
   * @param random not to be foreseen: a SecureRandom, except in tests
   */
  public PoolsFile(TreeParser trees, CouponPools pools, RandomGenerator random) {
    this.trees = trees;
    this.pools = pools;
    this.random = random;
  }

  @Override
  public List<Violation> ensure(String text, Consumer<String> filled, Instant now) {
    List<Violation> problems = new ArrayList<>();
    switch (trees.parse(text)) {
      case TreeParser.Parsed.Broken(var violations) -> problems.addAll(violations);
      case TreeParser.Parsed.Whole(var tree) ->
          ensure(wanted(tree, problems), problems, filled, now);
    }
    return problems;
  }

  private void ensure(
      List<Wanted> wanted, List<Violation> problems, Consumer<String> filled, Instant now) {
    if (!problems.isEmpty()) {
      return;
    }
    for (Wanted pool : wanted) {
      if (pools.stock(pool.pool()).isPresent()) {
        continue;
      }
      try {
        pool.recipe().fill(pools, pool.pool(), pool.count(), random, now);
        filled.accept(pool.pool());
        LOG.infof("Coupon pool %s has %d new codes.", pool.pool(), pool.count());
      } catch (IllegalArgumentException refused) {
        problems.add(problem(pool.place(), String.valueOf(refused.getMessage())));
      }
    }
  }

  private static List<Wanted> wanted(Tree file, List<Violation> problems) {
    if (file instanceof Tree.Mapping mapping
        && mapping.members().size() == 1
        && mapping.members().getFirst().key().equals("pools")
        && mapping.members().getFirst().value() instanceof Tree.Sequence pools) {
      return pools.items().stream().flatMap(item -> item(item, problems).stream()).toList();
    }
    problems.add(problem(file, "Expected 'pools' with a list of pools, but got something else."));
    return List.of();
  }

  private static Optional<Wanted> item(Tree item, List<Violation> problems) {
    if (item instanceof Tree.Mapping pool) {
      return wanted(pool, problems);
    }
    problems.add(problem(item, "Expected a pool such as {pool: SPRING, generate: 1000}."));
    return Optional.empty();
  }

  private static Optional<Wanted> wanted(Tree.Mapping pool, List<Violation> problems) {
    Map<String, String> texts = new HashMap<>();
    for (Tree.Member member : pool.members()) {
      boolean read =
          KEYS.contains(member.key())
              && member.value() instanceof Tree.Scalar scalar
              && texts.put(member.key(), scalar.text()) == null;
      if (!read) {
        problems.add(
            Violation.error(
                member.place(),
                "pools",
                "Expected each of pool, generate, length and prefix once, but got '%s'."
                    .formatted(member.key()),
                ""));
      }
    }
    return wanted(pool, texts, problems);
  }

  private static Optional<Wanted> wanted(
      Tree place, Map<String, String> texts, List<Violation> problems) {
    String name = texts.getOrDefault("pool", "");
    if (!Names.valid(name)) {
      problems.add(problem(place, "Expected the name of a pool, but got '%s'.".formatted(name)));
      return Optional.empty();
    }
    try {
      int count = Integer.parseInt(texts.getOrDefault("generate", ""));
      int length = Integer.parseInt(texts.getOrDefault("length", DEFAULT_LENGTH));
      var recipe = new CouponRecipe(texts.getOrDefault("prefix", ""), length);
      return Optional.of(new Wanted(place, name, count, recipe));
    } catch (NumberFormatException notANumber) {
      problems.add(problem(place, "Expected whole numbers of codes to generate and of length."));
    } catch (IllegalArgumentException refused) {
      problems.add(problem(place, String.valueOf(refused.getMessage())));
    }
    return Optional.empty();
  }

  private static Violation problem(Tree place, String message) {
    return Violation.error(place.place(), "pools", message, "");
  }
}
