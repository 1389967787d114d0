package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static dev.campanile.testkit.Samples.WELCOME;
import static dev.campanile.testkit.Samples.full;
import static dev.campanile.testkit.Samples.state;
import static dev.campanile.testkit.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.redis.RedisHotStore;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.HotStore.Hot;
import dev.campanile.engine.state.HotStore.Namespace;
import dev.campanile.engine.state.HotStore.Wake;
import dev.campanile.engine.state.Progress;
import dev.campanile.testkit.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisHotStoreTest extends HotStoreContract {

  private static TestRedis redis;

  @BeforeAll
  static void connect() {
    redis = TestRedis.prefix("contract");
  }

  @AfterAll
  static void disconnect() {
    redis.flush();
    redis.close();
  }

  @Override
  HotStore emptyStore() {
    redis.flush();
    return new RedisHotStore(redis.client(), new JsonStates(), "contract");
  }

  @Override
  void flush() {
    redis.flush();
  }

  @Override
  Runnable snapshot() {
    return redis.snapshot();
  }

  @Test
  void showsHowFarAUserHasComeAsTheArrayOfTheTriggersCells() {
    // given
    var run = waiting("p-1", WELCOME, Optional.empty());
    var progress =
        new Progress(
            Map.of("spring@1/entry-1", List.of(List.of(false), List.of(true))),
            Map.of(
                "p-1",
                Map.of("welcome@1/thank-vip", List.of(List.of(true, false), List.of(false)))));
    // when
    store.write(NEW, List.of(new Hot(state(ANNA, 1, run), Optional.empty(), progress)), NOON);
    // then
    assertThat(redis.field("p:p-1", "cells:welcome@1/thank-vip")).isEqualTo("[[1,0],[0]]");
    assertThat(redis.field("u:" + ANNA, "cells")).isEqualTo("{\"spring@1/entry-1\":[[0],[1]]}");
  }

  @Test
  void letsEveryKeyVanishWithinAnHour() {
    // given
    Namespace next = write(NEW, full(ANNA, 1), sleeping(BEN, 1, NOON));
    store.arm(next, List.of(new Wake(ANNA, NOON.plusSeconds(400))));
    store.due(next, NOON.plusSeconds(1), 9);
    // then
    assertThat(redis.keys())
        .isNotEmpty()
        .allSatisfy(
            key ->
                assertThat(redis.millisToLive(key))
                    .as(key)
                    .isBetween(1L, Duration.ofHours(1).toMillis()));
  }

  @Test
  void leavesNothingOfAFormerState() {
    // given
    Namespace next = write(NEW, full(ANNA, 1));
    int keys = redis.keys().size();
    // when
    write(next, state(ANNA, 2));
    // then
    assertThat(keys).isEqualTo(5); // marker, user, two participations, wheel
    assertThat(redis.keys()).hasSize(2); // marker, user
  }

  @Test
  void missesAUserOfWhomAParticipationHasVanished() {
    // given
    Namespace next = write(NEW, full(ANNA, 1), state(BEN, 1));
    // when
    redis.keys().stream()
        .filter(key -> key.contains(":p:z-first"))
        .forEach(key -> redis.send(Request.cmd(Command.DEL).arg(key)));
    // then
    assertThat(store.read(next, Set.of(ANNA, BEN))).contains(Map.of(BEN, state(BEN, 1)));
  }

  @Test
  void goesOnAfterRedisHasForgottenTheScripts() {
    // given
    Namespace next = write(NEW, full(ANNA, 1));
    // when
    redis.send(Request.cmd(Command.SCRIPT).arg("FLUSH"));
    // then
    assertThat(store.read(next, Set.of(ANNA))).contains(Map.of(ANNA, full(ANNA, 1)));
  }

  @Test
  void isLostWhereItHoldsWhatIsNoState() {
    // given
    Namespace next = write(NEW, state(ANNA, 1));
    redis.keys().stream()
        .filter(key -> key.contains(":u:"))
        .forEach(key -> redis.send(Request.cmd(Command.HSET).arg(key).arg("outline").arg("?")));
    // then
    assertThat(store.read(next, Set.of(ANNA))).isEmpty();
  }

  @Test
  void isLostWithoutRedis() {
    // given
    Vertx vertx = Vertx.vertx();
    try (var nowhere = new Closing(vertx, Redis.createClient(vertx, "redis://127.0.0.1:1"))) {
      HotStore gone = new RedisHotStore(nowhere.redis(), new JsonStates(), "contract");
      // then
      assertThat(gone.write(NEW, List.of(), HORIZON)).isFalse();
      assertThat(gone.read(NEW.next(), Set.of(ANNA))).isEmpty();
      assertThat(gone.due(NEW.next(), NOON, 9)).isEmpty();
      gone.arm(NEW, List.of(new Wake(ANNA, NOON)));
    }
  }

  private record Closing(Vertx vertx, Redis redis) implements AutoCloseable {

    @Override
    public void close() {
      redis.close();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
