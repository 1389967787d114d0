package dev.campanile.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttemptsTest {

  private final ManualClock clock = ManualClock.atNoon();
  private final Attempts attempts = new Attempts(clock);

  @Test
  void forgetsWhatIsLongOverAFewAtATime() {
    // given
    tryFrom("10.0.0.", 200);
    int full = attempts.size();
    clock.tick(Duration.ofMinutes(20));
    // when
    tryFrom("10.0.1.", 1);
    int afterOne = attempts.size();
    tryFrom("10.0.2.", 120);
    // then
    assertThat(full).isEqualTo(600);
    assertThat(afterOne).isBetween(full - 8, full);
    assertThat(attempts.size()).isEqualTo(3 * 121);
  }

  @Test
  void remembersABoundedNumber() {
    // when
    for (int i = 0; i < 80_000; i++) {
      attempts.begin("user-" + i, new Network("network-" + i));
    }
    // then
    assertThat(attempts.size()).isLessThan(100_010);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:db8:a:b:1:2:3:4, 2001:db8:a:b::/64",
    "2001:db8::1, 2001:db8:0:0::/64",
    "fe80::1%eth0, fe80:0:0:0::/64",
    "::ffff:192.0.2.1, 192.0.2.1",
    "a:b, ?",
    "'<script>', ?"
  })
  void knowsTheNetworkOfAnAddress(String address, String network) {
    assertThat(Network.of(address).text()).isEqualTo(network);
  }

  private void tryFrom(String network, int times) {
    for (int i = 0; i < times; i++) {
      attempts.begin("user-" + network + i, new Network(network + i));
    }
  }
}
