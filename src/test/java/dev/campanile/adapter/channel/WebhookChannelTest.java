package dev.campanile.adapter.channel;

import static dev.campanile.testkit.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonValues;
import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Attempt;
import dev.campanile.testkit.ManualClock;
import dev.campanile.testkit.Orders;
import dev.campanile.testkit.WebhookListener;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest {

  private static final BigDecimal OK = new BigDecimal(200);

  private final WebhookListener listener = WebhookListener.start();
  private final WebhookChannel channel = channel("public", "loopback");

  @AfterEach
  void close() {
    channel.close();
    listener.close();
  }

  @Test
  void sendsTheBodyAsJsonWithTheOrdersKey() {
    // given
    var order = webhook().key("anna-1:1:0").with("body", Map.of("amount", new BigDecimal("19.90")));
    // when
    channel.perform(order.build());
    // then
    var request = listener.requests().getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/hook");
    assertThat(request.key()).isEqualTo("anna-1:1:0");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.header("User-Agent")).isEqualTo("Campanile");
    assertThat(request.body()).isEqualTo("{\"amount\":19.90}");
  }

  @Test
  void sendsTextMethodAndHeadersAsWritten() {
    // given
    var order =
        webhook()
            .with("method", "PUT")
            .with("body", "Grüße")
            .with("headers", Map.of("content-type", "text/markdown", "X-Shop", "7"));
    // when
    channel.perform(order.build());
    // then
    var request = listener.requests().getFirst();
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.header("Content-Type")).isEqualTo("text/markdown");
    assertThat(request.header("X-Shop")).isEqualTo("7");
    assertThat(request.body()).isEqualTo("Grüße");
  }

  @Test
  void succeedsWithTheAnswerAsResult() {
    // given
    listener.thenJson("{\"id\": 12.50, \"tags\": [\"a\"]}");
    // when
    var attempt = channel.perform(webhook().build());
    // then
    var body = Map.of("id", new BigDecimal("12.50"), "tags", List.of("a"));
    assertThat(attempt)
        .isEqualTo(new Attempt.Succeeded(new Attributes(Map.of("status", OK, "body", body))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "",
        "{\"open\":",
        "null",
        "{\"n\": 1e999999999}",
        "{\"t\": \"\\u0000\"}"
      })
  void succeedsWithoutABodyThatCannotBeKept(String body) {
    // given
    listener.thenJson(body);
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt).isEqualTo(succeededWithoutBody());
  }

  @Test
  void keepsNothingOfAHugeBody() {
    // given
    listener.thenJson("\"" + "x".repeat(5_000_000) + "\"");
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt).isEqualTo(succeededWithoutBody());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
  void triesAgainWhatMayGoThroughLater(int status) {
    // given
    listener.thenStatus(status);
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Failed("Expected 2xx from 127.0.0.1, but got %d.".formatted(status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 410, 422, 304})
  void takesAnyOtherAnswerAsFinal(int status) {
    // given
    listener.thenStatus(status);
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Refused("Expected 2xx from 127.0.0.1, but got %d.".formatted(status)));
  }

  @Test
  void doesNotFollowARedirect() {
    // given
    listener.thenStatus(307, "Location", listener.url());
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt).isInstanceOf(Attempt.Refused.class);
    assertThat(listener.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Wed, 01 Jul 2026 12:30:00 GMT', PT30M",
    "'Wed, 01 Jul 2026 11:00:00 GMT', PT0S",
    "soon, PT0S"
  })
  void waitsAsLongAsTheReceiverAsks(String header, Duration pause) {
    // given
    listener.thenStatus(429, "Retry-After", header);
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt)
        .isEqualTo(new Attempt.Failed("Expected 2xx from 127.0.0.1, but got 429.", pause));
  }

  @Test
  void leavesOpenWhatIsNotAnsweredInTime() {
    // given
    listener.thenSilence();
    // when
    var attempt = channel.perform(webhook().with("timeout", "PT0.2S").build());
    // then
    assertThat(attempt).isInstanceOf(Attempt.Unknown.class);
    assertThat(listener.requests()).hasSize(1);
  }

  @Test
  void leavesOpenWhatIsAnsweredInPart() {
    // given
    listener.thenHalfABody();
    // when
    var attempt = channel.perform(webhook().with("timeout", "PT0.2S").build());
    // then
    assertThat(attempt).isInstanceOf(Attempt.Unknown.class);
  }

  @Test
  void leavesOpenWhatBreaksOff() {
    // given
    listener.thenDrop();
    // when
    var attempt = channel.perform(webhook().build());
    // then
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Unknown("Expected an answer of 127.0.0.1, but the connection broke."));
    assertThat(listener.requests()).hasSize(1);
  }

  @Test
  void triesAgainWhereNobodyListens() throws IOException {
    // given
    String nobody = "http://127.0.0.1:%d/".formatted(freePort());
    // when
    var attempt = channel.perform(webhook().with("url", nobody).build());
    // then
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Failed("Expected an answer of 127.0.0.1, but the connection was refused."));
  }

  @Test
  void triesAgainWhereAHostHasNoAddress() {
    // when
    var attempt = channel.perform(webhook().with("url", "http://nowhere.invalid/").build());
    // then
    assertThat(attempt).isInstanceOf(Attempt.Failed.class);
  }

  @Test
  void refusesHostsThatAreNotAllowed() {
    // given
    var strict = channel("public");
    // when
    var attempt = strict.perform(webhook().build());
    // then
    assertThat(attempt)
        .isEqualTo(new Attempt.Refused("Expected an allowed host, but got '127.0.0.1'."));
    assertThat(listener.requests()).isEmpty();
  }

  @Test
  void refusesWhatReferencesMadeOfItWithoutQuotingIt() {
    // given
    var order = webhook().with("headers", Map.of("Authorization", "Bearer s3cret\r\nX-Evil: 1"));
    // when
    var attempt = channel.perform(order.build());
    // then
    assertThat(attempt)
        .isEqualTo(
            new Attempt.Refused(
                "Expected header 'Authorization' to be one line of Latin letters, but it is not."));
  }

  @Test
  void quotesNoCredentialsOfAUrl() {
    // given
    var order = webhook().with("url", "https://anna:s3cret@example.org/?token=s3cret");
    // when
    var attempt = channel.perform(order.build());
    // then
    assertThat(attempt).isInstanceOf(Attempt.Refused.class);
    assertThat(attempt.toString()).doesNotContain("s3cret");
  }

  private Orders webhook() {
    return anOrder().of("webhook").with("url", listener.url());
  }

  private static WebhookChannel channel(String... allowed) {
    return new WebhookChannel(
        new WebhookTargets(List.of(allowed)), new JsonValues(), ManualClock.atNoon());
  }

  private static Attempt succeededWithoutBody() {
    return new Attempt.Succeeded(new Attributes(Map.of("status", OK)));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
