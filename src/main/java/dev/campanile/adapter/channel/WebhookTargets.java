package dev.campanile.adapter.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which machines webhooks may call: whoever writes a campaign must not reach through this service
 * into the network around it.
 *
 * <p>What is allowed is a host by its name or address, or a neighbourhood: {@code public} for the
 * Internet, {@code private} for this network, {@code loopback} for this machine; {@code *} for all.
 * All addresses of a host must be allowed. Names are resolved here and again by the caller moments
 * later; both see the answer that the JVM keeps for {@code networkaddress.cache.ttl} (30 s), which
 * must therefore not be set to 0. Immutable.
 */
public final class WebhookTargets {

  private static final String ANY = "*";

  private final Set<String> allowed;

  public WebhookTargets(Collection<String> allowed) {
    this.allowed =
        allowed.stream()
            .map(one -> one.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * As it was said, or else the Internet, and this machine while nobody else's reaches the service.
   *
   * @param alone whether nobody but this machine reaches the service
   */
  public static WebhookTargets of(Optional<? extends Collection<String>> said, boolean alone) {
    List<String> usual = alone ? List.of("public", "loopback") : List.of("public");
    return new WebhookTargets(said.isPresent() ? said.get() : usual);
  }

  /**
   * Whether the host may be called.
   *
   * @throws UnknownHostException where its name has no address now
   */
  boolean allows(String host) throws UnknownHostException {
    if (allowed.contains(ANY) || allowed.contains(host.toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (!allowed.contains(Neighbourhood.of(address))) {
        return false;
      }
    }
    return true;
  }
}
