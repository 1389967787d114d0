package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.engine.action.Attempt;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.Parameter;
import dev.campanile.engine.action.Trust;
import dev.campanile.engine.action.ValueCodec;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.OrderKey;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * {@code webhook}: one HTTP request, with the order's key as {@code Idempotency-Key}.
 *
 * <p>2xx is success, with the result {@code {status, body}}, where the body is JSON of at most 16
 * KiB. 408, 425, 429, 5xx, and no connection are tried again; any other answer, redirects included,
 * is final. An answer that does not come, or breaks off, leaves open whether it was performed: the
 * receiver is trusted to know the key. Thread-safe.
 */
public final class WebhookChannel implements Channel.Outside, AutoCloseable {

  private static final int MOST_BODY_BYTES = 16 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  // So that the client, which knows how far it came, is heard first.
  private static final Duration GRACE = Duration.ofMillis(250);

  private final WebhookTargets targets;
  private final ValueCodec codec;
  private final Answers answers;
  private final HttpClient client;

  public WebhookChannel(WebhookTargets targets, ValueCodec codec, Clock clock) {
    this.targets = targets;
    this.codec = codec;
    this.answers = new Answers(codec, clock);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
  }

  @Override
  public String kind() {
    return "webhook";
  }

  @Override
  public Trust trust() {
    return Trust.IDEMPOTENT;
  }

  @Override
  public Set<String> results() {
    return Set.of("status", "body");
  }

  /** A body is written out as JSON later, or sent as it is; a header is one line. */
  @Override
  public Escape escape(Path parameter) {
    return switch (parameter.segments().getFirst()) {
      case "url" -> Escape.PERCENT;
      case "headers" -> Escape.LINE;
      default -> Escape.NONE;
    };
  }

  @Override
  public List<Parameter> parameters() {
    return WebhookParameters.ALL;
  }

  @Override
  public List<String> problems(Attributes parameters) {
    return WebhookParameters.problems(parameters, true);
  }

  @Override
  public Attempt perform(Order order) {
    try {
      WebhookCall call = WebhookCall.of(order.parameters(), codec);
      String host = call.url().getHost();
      return targets.allows(host)
          ? send(call, order.key())
          : new Attempt.Refused("Expected an allowed host, but got '%s'.".formatted(host));
    } catch (UnknownHostException e) {
      return new Attempt.Failed("Expected a host with an address, but it has none.");
    } catch (IllegalArgumentException e) {
      return new Attempt.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Attempt send(WebhookCall call, OrderKey key) {
    var answer = client.sendAsync(request(call, key), WebhookChannel::body);
    try {
      return answers.of(await(answer, call.timeout()));
    } catch (ExecutionException e) {
      return notAnswered(e.getCause(), call);
    } catch (TimeoutException e) {
      return lost("no full answer within " + call.timeout(), call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return lost("the service stopped", call);
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpResponse<Optional<byte[]>> await(
      CompletableFuture<HttpResponse<Optional<byte[]>>> answer, Duration timeout)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
  }

  private static HttpRequest request(WebhookCall call, OrderKey key) {
    var request = HttpRequest.newBuilder(call.url()).timeout(call.timeout());
    BodyPublisher body =
        call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    request.method(call.method(), body);
    request.setHeader("User-Agent", "Campanile");
    call.headers().forEach(request::setHeader);
    request.setHeader("Idempotency-Key", key.toString());
    return request.build();
  }

  private static BoundedBody body(ResponseInfo info) {
    return new BoundedBody(Answers.succeeded(info.statusCode()) ? MOST_BODY_BYTES : 0);
  }

  private static Attempt notAnswered(Throwable why, WebhookCall call) {
    return switch (why) {
      case HttpConnectTimeoutException e -> unreachable("no connection in time", call);
      case HttpTimeoutException e -> lost("no answer within " + call.timeout(), call);
      case ConnectException e -> unreachable("the connection was refused", call);
      case UnresolvedAddressException e -> unreachable("it has no address", call);
      case SSLHandshakeException e -> unreachable("the TLS handshake failed", call);
      case IOException e -> lost("the connection broke", call);
      default -> lost(why.getClass().getSimpleName(), call);
    };
  }

  private static Attempt unreachable(String fact, WebhookCall call) {
    return new Attempt.Failed(expected(call, fact));
  }

  private static Attempt lost(String fact, WebhookCall call) {
    return new Attempt.Unknown(expected(call, fact));
  }

  private static String expected(WebhookCall call, String fact) {
    return "Expected an answer of %s, but %s.".formatted(call.url().getHost(), fact);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
