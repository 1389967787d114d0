package dev.campanile.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** For tests of who may publish: callers must prove who they are, and nobody publishes alone. */
public final class ApprovalRequired implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new AccessRequired().getConfigOverrides());
    settings.put("campanile.approval", "required");
    return settings;
  }
}
