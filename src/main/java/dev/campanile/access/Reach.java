package dev.campanile.access;

import java.util.Collection;
import java.util.List;

/**
 * From where the service is reached. One that listens on loopback is others' as well once a proxy
 * of this machine stands before it: whoever names hosts for it, or believes a proxy, says so.
 *
 * @param listening where the service listens
 * @param names under which else it is addressed
 * @param forwarded whether what a proxy says is believed
 */
public record Reach(String listening, Collection<String> names, boolean forwarded) {

  public Reach {
    names = List.copyOf(names);
  }

  /** Whether nobody but this machine reaches the service. */
  public boolean alone() {
    return Loopback.names(listening) && names.isEmpty() && !forwarded;
  }

  /**
   * Nobody else's machine may do everything.
   *
   * @throws IllegalStateException where it might
   */
  public void require(AccessPolicy policy) {
    if (policy == AccessPolicy.OPEN && !alone()) {
      throw new IllegalStateException(
          """
          Expected access to be required where others can reach the service, but campanile.access is open, the host is \
          %s, and %s. Maybe set quarkus.http.host to 127.0.0.1, and neither campanile.hosts nor \
          quarkus.http.proxy.proxy-address-forwarding."""
              .formatted(listening, before()));
    }
  }

  private String before() {
    if (!names.isEmpty()) {
      return "campanile.hosts names " + String.join(", ", names);
    }
    return forwarded ? "a proxy is believed" : "there is no proxy";
  }
}
