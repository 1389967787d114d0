package dev.campanile.adapter.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Runs scripts and waits for them, but not for long: a hot store that does not answer is no use.
 *
 * <p>After a failure Redis is left alone for a moment, so that a batch does not wait for it twice.
 * Thread-safe.
 */
final class Scripts {

  private static final Logger LOG = Logger.getLogger(Scripts.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofSeconds(1);

  private final Redis redis;
  private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

  Scripts(Redis redis) {
    this.redis = redis;
  }

  /** The answer; empty where it is nil, or where there is none. */
  Optional<Response> run(Script script, String key, List<String> arguments) {
    if (restsUntil.get() - System.nanoTime() > 0) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(answer(script, key, arguments));
    } catch (ExecutionException | TimeoutException e) {
      restsUntil.set(System.nanoTime() + REST.toNanos());
      LOG.warnf("Redis does not answer, going on without: %s", e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Response answer(Script script, String key, List<String> arguments)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return send(Command.EVALSHA, script.sha1(), key, arguments);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ErrorType error && error.is("NOSCRIPT")) {
        return send(Command.EVAL, script.text(), key, arguments); // Redis has been restarted
      }
      throw e;
    }
  }

  private Response send(Command command, String script, String key, List<String> arguments)
      throws ExecutionException, InterruptedException, TimeoutException {
    Request request = Request.cmd(command).arg(script).arg(1).arg(key);
    arguments.forEach(request::arg);
    return redis
        .send(request)
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
