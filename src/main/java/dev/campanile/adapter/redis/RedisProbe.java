package dev.campanile.adapter.redis;

import dev.campanile.engine.monitor.Component;
import dev.campanile.engine.monitor.Component.Probe;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether Redis answers. Losing it costs speed alone, so it is never more than degraded. */
public final class RedisProbe implements Probe {

  private static final int PATIENCE_SECONDS = 2;

  private final Redis redis;

  public RedisProbe(Redis redis) {
    this.redis = redis;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Component look() {
    try {
      long keys =
          redis
              .send(Request.cmd(Command.DBSIZE))
              .toCompletionStage()
              .toCompletableFuture()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .toLong();
      return Component.of(name(), "Redis answers.", "", Map.of("keys", keys));
    } catch (ExecutionException | TimeoutException e) {
      return Component.of(
          name(), "", "Redis does not answer; states are loaded from PostgreSQL.", Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Component.down(name(), "Nobody waited for Redis to answer.");
    }
  }
}
