package dev.campanile.engine.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.testkit.ScriptedChannel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

  private final Channels channels =
      new Channels(
          List.of(
              new ScriptedChannel("webhook", Trust.IDEMPOTENT),
              new ScriptedChannel("coupon", Trust.IDEMPOTENT),
              new ScriptedChannel("log", Trust.AT_LEAST_ONCE)));

  @ParameterizedTest
  @CsvSource({
    "webhok, Maybe you meant 'webhook'.",
    "cuopon, Maybe you meant 'coupon'.",
    "push, Maybe use 'webhook' to reach a service that can."
  })
  void saysWhichChannelsThereAre(String kind, String advice) {
    // when
    var problems = channels.problems(action(kind));
    // then
    assertThat(problems)
        .containsExactly(
            "Expected a channel of coupon, log, webhook, but got '%s'.\n%s"
                .formatted(kind, advice));
  }

  @Test
  void letsTheChannelJudgeItsParameters() {
    // when
    var problems = channels.problems(action("log"));
    // then
    assertThat(problems).isEmpty();
  }

  @Test
  void refusesTwoChannelsOfOneKind() {
    // given
    var log = new ScriptedChannel("log", Trust.IDEMPOTENT);
    // then
    assertThatThrownBy(() -> new Channels(List.of(log, log)))
        .hasMessage("Expected one channel for each kind, but got two for 'log'.");
  }

  @ParameterizedTest
  @CsvSource({
    "push, body, NONE",
    "mail, html, HTML",
    "mail, parts.html, HTML",
    "link, url, PERCENT"
  })
  void namesOfParametersSayWhatValuesNeedWhereNoChannelDoes(
      String kind, String parameter, Escape escape) {
    assertThat(channels.escape(kind, Path.of(parameter))).isEqualTo(escape);
  }

  @Test
  void knowsWhatItsChannelsResultInAndNothingOfOthers() {
    assertThat(channels.results("log")).hasValue(Set.of());
    assertThat(channels.results("push")).isEmpty();
  }

  private static Action action(String kind) {
    return new Action(new ActionId("gift"), kind, Attributes.NONE);
  }
}
