package dev.campanile.engine.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.engine.action.CouponPools.Stock;
import dev.campanile.testkit.InMemoryOutbox;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CouponRecipeTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  private final InMemoryOutbox pools = new InMemoryOutbox();

  @Test
  void fillsAPoolWithNewCodes() {
    // given
    pools.add("WELCOME", List.of("OLD"), NOON);
    // when
    new CouponRecipe("WEL-", 8).fill(pools, "WELCOME", 500, new SplittableRandom(1), NOON);
    // then
    assertThat(pools.stock("WELCOME")).contains(new Stock("WELCOME", 501, 0));
  }

  @Test
  void makesUpForCodesThatThereAreAlready() {
    // given
    var recipe = new CouponRecipe("", 8);
    recipe.fill(pools, "WELCOME", 100, new SplittableRandom(1), NOON);
    // when
    recipe.fill(pools, "SPRING", 100, new SplittableRandom(1), NOON);
    // then
    assertThat(pools.stock("SPRING")).contains(new Stock("SPRING", 100, 0));
  }

  @Test
  void usesNoLettersThatLookAlike() {
    // given
    Set<Integer> letters = new HashSet<>();
    CouponRecipe.ALPHABET.chars().forEach(letters::add);
    // then
    assertThat(letters).hasSize(CouponRecipe.ALPHABET.length());
    assertThat(CouponRecipe.ALPHABET).doesNotContainPattern("[0OIL1Z2S5B8UV]");
  }

  @Test
  void refusesCodesThatCanBeGuessed() {
    // given
    var recipe = new CouponRecipe("WELCOME-", 5);
    // then
    assertThatThrownBy(() -> recipe.fill(pools, "WELCOME", 100, new SplittableRandom(1), NOON))
        .hasMessage(
            "Expected codes that cannot be guessed, but 100 of length 5 can.\n"
                + "Maybe make them longer.");
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new CouponRecipe("A B", 8)).hasMessageContaining("prefix");
    assertThatThrownBy(() -> new CouponRecipe("", 0)).hasMessageContaining("length");
    assertThatThrownBy(
            () -> new CouponRecipe("", 10).fill(pools, "P", 0, new SplittableRandom(1), NOON))
        .hasMessageContaining("1 to 1000000 codes");
  }
}
