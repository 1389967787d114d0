package dev.campanile.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** For tests of a service that is reached through a proxy of this machine which ends TLS. */
public final class BehindAProxy implements QuarkusTestProfile {

  public static final String HOST = "campanile.example.com";

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new AccessRequired().getConfigOverrides());
    settings.put("campanile.hosts", HOST);
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
    return settings;
  }
}
