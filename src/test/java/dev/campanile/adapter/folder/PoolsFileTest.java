package dev.campanile.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.action.CouponPools.Stock;
import dev.campanile.testkit.InMemoryOutbox;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolsFileTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  private final InMemoryOutbox pools = new InMemoryOutbox();
  private final PoolsFile file = new PoolsFile(new SnakeYamlTreeParser(), pools, new Random(1));

  @Test
  void fillsAPoolThatIsNotThere() {
    // when
    List<Violation> problems =
        file.ensure(
            "pools:\n  - { pool: SPRING, generate: 20, length: 8, prefix: S- }\n", pool -> {}, NOW);
    // then
    assertThat(problems).isEmpty();
    assertThat(pools.stock("SPRING")).contains(new Stock("SPRING", 20, 0));
  }

  @Test
  void leavesAPoolThatIsThereAlone() {
    // given
    pools.add("SPRING", List.of("ONE"), NOW);
    // when
    file.ensure("pools: [ { pool: SPRING, generate: 20 } ]", pool -> {}, NOW);
    // then
    assertThat(pools.stock("SPRING")).contains(new Stock("SPRING", 1, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pools: 5",
        "pools: [ SPRING ]",
        "pools: [ { pool: SPRING } ]",
        "pools: [ { pool: 'a b', generate: 5 } ]",
        "pools: [ { pool: SPRING, generate: many } ]",
        "pools: [ { pool: SPRING, generate: 5, length: 1 } ]",
        "pools: [ { pool: SPRING, generate: 5, size: 1 } ]",
        "pools: [ { pool: SPRING, generate: 5 }, { pool: X, generate: y } ]",
        "pools: ["
      })
  void createsNothingWhereSomethingIsWrong(String text) {
    // when
    List<Violation> problems = file.ensure(text, pool -> {}, NOW);
    // then
    assertThat(problems).hasSize(1);
    assertThat(pools.stocks()).isEmpty();
  }
}
