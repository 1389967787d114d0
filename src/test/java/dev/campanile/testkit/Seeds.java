package dev.campanile.testkit;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Where chance begins. A build tries the same cases as the one before, so that what turns it red is
 * the change it builds; a nightly one tries others each time, to find what nobody has thought of.
 * {@code -Dproperty.seed=} a number, or {@code fresh}.
 */
public final class Seeds implements AroundPropertyHook {

  private static final String FRESH = "fresh";
  private static final String SEED = System.getProperty("property.seed", FRESH);

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    boolean hasOwn = context.attributes().seed().isPresent();
    if (!hasOwn && !SEED.equals(FRESH)) {
      context.attributes().setSeed(SEED);
    }
    return property.execute();
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public int aroundPropertyProximity() {
    // Outside of all else, as what it decides comes first.
    return -100;
  }
}
