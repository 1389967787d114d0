package dev.campanile.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetsTest {

  private static final WebhookTargets PUBLIC = new WebhookTargets(List.of("public"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "[::1]",
        "0.0.0.0",
        "::",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:1::1"
      })
  void doesNotReachIntoTheNetworkAroundIt(String address) throws UnknownHostException {
    // when
    boolean allowed = PUBLIC.allows(address);
    // then
    assertThat(allowed).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2606:4700::1111"})
  void reachesTheInternet(String address) throws UnknownHostException {
    // when
    boolean allowed = PUBLIC.allows(address);
    // then
    assertThat(allowed).isTrue();
  }

  @Test
  void reachesThisMachineWhereThatIsAllowed() throws UnknownHostException {
    // given
    var targets = new WebhookTargets(List.of("loopback"));
    // when
    boolean localhost = targets.allows("localhost");
    // then
    assertThat(localhost).isTrue();
    assertThat(targets.allows("10.0.0.1")).isFalse();
    assertThat(targets.allows("1.1.1.1")).isFalse();
  }

  @Test
  void reachesThisMachineUnaskedOnlyWhileNobodyElseReachesTheService() throws UnknownHostException {
    assertThat(WebhookTargets.of(Optional.empty(), true).allows("127.0.0.1")).isTrue();
    assertThat(WebhookTargets.of(Optional.empty(), false).allows("127.0.0.1")).isFalse();
    assertThat(WebhookTargets.of(Optional.of(List.of("loopback")), false).allows("127.0.0.1"))
        .isTrue();
    assertThat(WebhookTargets.of(Optional.empty(), false).allows("1.1.1.1")).isTrue();
  }

  @Test
  void reachesANamedHostWhereverItIs() throws UnknownHostException {
    // given
    var targets = new WebhookTargets(List.of("Shop.Internal", " 10.0.0.7"));
    // when
    boolean byName = targets.allows("shop.internal");
    // then
    assertThat(byName).isTrue();
    assertThat(targets.allows("10.0.0.7")).isTrue();
    assertThat(targets.allows("10.0.0.8")).isFalse();
  }

  @Test
  void reachesEverythingWhereAnyIsAllowed() throws UnknownHostException {
    // given
    var targets = new WebhookTargets(List.of("*"));
    // when
    boolean allowed = targets.allows("169.254.169.254");
    // then
    assertThat(allowed).isTrue();
  }
}
