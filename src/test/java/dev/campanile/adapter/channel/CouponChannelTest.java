package dev.campanile.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CouponChannelTest {

  private final CouponChannel channel = new CouponChannel("WELCOME"::equals);

  @Test
  void asksForAPoolThatThereIs() {
    // when
    var problems = problems(Map.of("pool", "WELCOME"));
    // then
    assertThat(problems).isEmpty();
  }

  @Test
  void refusesAPoolThatThereIsNot() {
    // when
    var problems = problems(Map.of("pool", "WELCOM"));
    // then
    assertThat(problems)
        .containsExactly(
            "Expected a coupon pool 'WELCOM', but there is none.\nMaybe load its codes first.");
  }

  @Test
  void refusesWhatIsNoPool() {
    // when
    var problems = problems(Map.of("pool", "{user.pool}"));
    // then
    assertThat(problems).singleElement().asString().contains("but got '{user.pool}'");
    assertThat(problems(Map.of()))
        .containsExactly("Expected a parameter 'pool' for coupon, but there is none.");
    assertThat(problems(Map.of("pool", 7))).hasSize(1);
    assertThat(problems(Map.of("pool", "WELCOME", "size", 7))).hasSize(1);
  }

  private List<String> problems(Map<String, Object> parameters) {
    return channel.problems(new Attributes(parameters));
  }
}
