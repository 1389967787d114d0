package dev.campanile.testkit;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A client of the Redis of all tests, and what tests do to the keys under one prefix. */
public final class TestRedis implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final Redis client;
  private final String prefix;

  private TestRedis(String prefix) {
    this.prefix = prefix;
    this.client =
        Redis.createClient(
            vertx, new RedisOptions().setConnectionString(TestServices.start().redisHosts()));
  }

  public static TestRedis prefix(String prefix) {
    return new TestRedis(prefix);
  }

  public Redis client() {
    return client;
  }

  public List<String> keys() {
    return send(Request.cmd(Command.KEYS).arg(prefix + "*")).stream()
        .map(Response::toString)
        .toList();
  }

  public void flush() {
    keys().forEach(key -> send(Request.cmd(Command.DEL).arg(key)));
  }

  /** The field of the hash whose key ends so. */
  public String field(String keyEnd, String field) {
    String key = keys().stream().filter(one -> one.endsWith(keyEnd)).findFirst().orElseThrow();
    return send(Request.cmd(Command.HGET).arg(key).arg(field)).toString();
  }

  public long millisToLive(String key) {
    return send(Request.cmd(Command.PTTL).arg(key)).toLong();
  }

  public Response send(Request request) {
    return client.send(request).toCompletionStage().toCompletableFuture().join();
  }

  /** What brings all keys back as they are now. */
  public Runnable snapshot() {
    Map<String, byte[]> dumps = new HashMap<>();
    keys().forEach(key -> dumps.put(key, send(Request.cmd(Command.DUMP).arg(key)).toBytes()));
    return () -> {
      flush();
      dumps.forEach((key, dump) -> send(restore(key, dump)));
    };
  }

  private static Request restore(String key, byte[] dump) {
    return Request.cmd(Command.RESTORE)
        .arg(key)
        .arg(0)
        .arg(io.vertx.core.buffer.Buffer.buffer(dump));
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
