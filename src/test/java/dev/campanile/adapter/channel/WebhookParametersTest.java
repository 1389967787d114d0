package dev.campanile.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonValues;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookParametersTest {

  private static final String URL = "https://example.org/hook";

  @ParameterizedTest
  @CsvSource({
    "url, PERCENT",
    "headers.X-Name, LINE",
    "headers.url, LINE",
    "body, NONE",
    "body.url, NONE",
    "body.mail.html, NONE"
  })
  void saysWhatValuesNeedInEachParameter(String parameter, Escape escape) {
    // given
    var targets = new WebhookTargets(List.of("loopback"));
    // when
    try (var webhook = new WebhookChannel(targets, new JsonValues(), Clock.systemUTC())) {
      // then
      assertThat(webhook.escape(Path.of(parameter))).isEqualTo(escape);
    }
  }

  @Test
  void takesAllThatItKnows() {
    // given
    Map<String, Object> all =
        Map.of(
            "url",
            URL,
            "method",
            "PATCH",
            "headers",
            Map.of("X-Shop", "7", "X-Count", BigDecimal.ONE),
            "body",
            List.of("a"),
            "timeout",
            "PT60S");
    // when
    var problems = problems(all);
    // then
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{event.url}", "https://{user.shop}.example.org/{user.id}"})
  void leavesReferencesToTheOrder(String url) {
    // when
    var problems = problems(Map.of("url", url));
    // then
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://example.org | Expected a url that begins with http:// or https://, but it does not.",
        "file:///etc/passwd | Expected a url that begins with http:// or https://, but it does not.",
        "example.org/hook | Expected a url that begins with http:// or https://, but it does not.",
        "http:///hook | Expected a url with a host, but there is none.",
        "https://example.org/users/../admin | Expected a url whose path does not step up or stay",
        "https://example.org/users/%2e%2E | Expected a url whose path does not step up or stay",
        "https://a b.org/ | Expected a url, but character 10 cannot stand there",
        "https://u:p@example.org/ | Expected a url without user and password, but there are some."
      })
  void refusesUrlsThatAreNoTarget(String url, String problem) {
    // when
    var problems = problems(Map.of("url", url));
    // then
    assertThat(problems).singleElement().asString().startsWith(problem);
  }

  @Test
  void namesEveryProblem() {
    // given
    Map<String, Object> wrong =
        Map.of(
            "uri",
            URL,
            "method",
            "get",
            "headers",
            Map.of("Host", "evil.example", "X Y", "1"),
            "timeout",
            "PT2M");
    // when
    var problems = problems(wrong);
    // then
    assertThat(problems)
        .containsExactlyInAnyOrder(
            "Expected a parameter of body, headers, method, timeout, url for webhook, but got"
                + " 'uri'.",
            "Expected a parameter 'url' for webhook, but there is none.",
            "Expected a method of DELETE, GET, PATCH, POST, PUT, but got 'get'.",
            "Expected no header 'Host', but there is one: it is set for you.",
            "Expected the name of a header, but got 'X Y'.",
            "Expected a timeout above zero and up to PT1M, such as PT10S, but got 'PT2M'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S", "PT60.001S", "10", "ten seconds"})
  void refusesTimeoutsOutOfBounds(String timeout) {
    // when
    var problems = problems(Map.of("url", URL, "timeout", timeout));
    // then
    assertThat(problems).hasSize(1);
  }

  @Test
  void refusesABodyWithGet() {
    // when
    var problems = problems(Map.of("url", URL, "method", "GET", "body", "x"));
    // then
    assertThat(problems)
        .containsExactly("Expected no body with GET, but there is one.\nMaybe use POST.");
  }

  private static List<String> problems(Map<String, Object> parameters) {
    return WebhookParameters.problems(new Attributes(parameters), true);
  }
}
