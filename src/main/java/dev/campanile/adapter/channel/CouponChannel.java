package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Names;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.Parameter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * {@code coupon}: issues the next code of {@code pool}; the result is {@code {code, pool}}.
 *
 * <p>Each code is issued once, for ever. While the pool is empty the order waits for codes.
 */
public final class CouponChannel implements Channel.Kept {

  private static final String POOL = "pool";

  private final Predicate<String> poolExists;

  public CouponChannel(Predicate<String> poolExists) {
    this.poolExists = poolExists;
  }

  @Override
  public String kind() {
    return "coupon";
  }

  @Override
  public Set<String> results() {
    return Set.of("code", POOL);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Parameter.required(POOL, Parameter.Kind.POOL));
  }

  @Override
  public List<String> problems(Attributes parameters) {
    var unknown = new TreeSet<>(parameters.values().keySet());
    unknown.remove(POOL);
    if (!unknown.isEmpty()) {
      return List.of(
          "Expected the one parameter 'pool' for coupon, but got also %s.".formatted(unknown));
    }
    return switch (parameters.values().get(POOL)) {
      case String pool when !Names.valid(pool) ->
          List.of(
              "Expected a pool of letters, digits, '-' and '_' (at most 64), but got '%s'."
                  .formatted(pool));
      case String pool when !poolExists.test(pool) ->
          List.of(
              "Expected a coupon pool '%s', but there is none.\nMaybe load its codes first."
                  .formatted(pool));
      case String pool -> List.of();
      case null -> List.of("Expected a parameter 'pool' for coupon, but there is none.");
      default -> List.of("Expected the name of a pool for coupon, but 'pool' is no text.");
    };
  }
}
