package dev.campanile.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} real services:
 * {@code @QuarkusTestResource(EmbeddedServicesResource.class)}.
 */
public final class EmbeddedServicesResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return TestServices.start().settings();
  }

  @Override
  public void stop() {
    // They serve the other tests of this JVM, and end with it.
  }
}
