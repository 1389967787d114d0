package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The demo campaign that answers what users write and press. */
final class KeywordReplyTest {

  private final Scenario scenario = given();

  @Test
  void aKeywordAsksAndAButtonAnswers() {
    // when
    scenario.happens("message.received", Map.of("text", "couponing is no word"));
    scenario.happens("message.received", Map.of("text", "Hello!\nAny COUPONS left?"));
    scenario.elapse(Duration.ofHours(1));
    scenario.happens("button.clicked", Map.of("button", "yes"));
    scenario.elapse(Duration.ofDays(2));
    // then
    assertThat(scenario.course())
        .containsExactly("ask 0h", "log! 0h", "give 1h", "gift! 1h", "log-2! 1h");
    assertThat(texts())
        .containsExactly("Hi there! Shall we send you a coupon?", "Here it is: C-gift");
  }

  @Test
  void typingAnswersAsWell() {
    // when
    scenario.happens("message.received", Map.of("text", "coupon"));
    scenario.happens("message.received", Map.of("text", "I do not know"));
    scenario.happens("message.received", Map.of("text", " No!"));
    // then
    assertThat(scenario.course()).containsExactly("ask 0h", "log! 0h", "goodbye 0h", "log-3! 0h");
  }

  private List<Object> texts() {
    return scenario.orders().stream()
        .map(order -> order.parameters().values().get("text"))
        .filter(text -> text != null)
        .toList();
  }

  private static Scenario given() {
    try {
      return Scenario.given(Files.readString(Path.of("campaigns/keyword-reply.yaml")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
