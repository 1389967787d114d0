package dev.campanile.api.http;

import dev.campanile.access.Loopback;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which names the service may be addressed. Without any, a service that listens on loopback
 * alone answers to the names of loopback, lest a foreign name be made to point here; another one to
 * all.
 */
public final class Hosts {

  private final boolean alone;
  private final Set<String> authorities;
  private final Set<String> names;

  /**
   * @param listening where the service listens
   * @param authorities other names, with their ports where those are not the usual ones
   */
  public Hosts(String listening, Collection<String> authorities) {
    this.alone = Loopback.names(listening);
    this.authorities =
        authorities.stream().map(Hosts::lower).collect(Collectors.toUnmodifiableSet());
    this.names =
        this.authorities.stream()
            .map(name -> name.replaceFirst(":[0-9]+$", ""))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a request to this host is meant for the service. */
  public boolean serves(@Nullable String host) {
    return host != null && Loopback.names(host)
        || host != null && names.contains(lower(host))
        || !alone && names.isEmpty();
  }

  /** Whether a page of this origin is one of the service that was asked. */
  public boolean own(String origin, URI asked) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null
          && (authority.equals(asked.getAuthority()) || authorities.contains(lower(authority)));
    } catch (IllegalArgumentException opaque) {
      return false;
    }
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
