package dev.campanile.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReachTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, '', false, the host is 0.0.0.0",
    "127.0.0.1, campanile.example.com, false, campanile.hosts names campanile.example.com",
    "127.0.0.1, '', true, a proxy is believed",
  })
  void isOthersWhereTheyReachIt(String listening, String name, boolean forwarded, String why) {
    // given
    var reach = new Reach(listening, name.isEmpty() ? List.of() : List.of(name), forwarded);
    // then
    assertThat(reach.alone()).isFalse();
    assertThatThrownBy(() -> reach.require(AccessPolicy.OPEN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThatCode(() -> reach.require(AccessPolicy.REQUIRED)).doesNotThrowAnyException();
  }

  @Test
  void isItsOwnOnLoopback() {
    // given
    var reach = new Reach("127.0.0.1", List.of(), false);
    // then
    assertThat(reach.alone()).isTrue();
    assertThatCode(() -> reach.require(AccessPolicy.OPEN)).doesNotThrowAnyException();
  }
}
