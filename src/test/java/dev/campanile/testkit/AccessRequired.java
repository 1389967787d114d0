package dev.campanile.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** For tests of who is let in: callers must prove who they are. */
public final class AccessRequired implements QuarkusTestProfile {

  public static final String PASSWORD = "ten green bottles";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("campanile.access", "required", "campanile.admin.password", PASSWORD);
  }
}
