package dev.campanile.bench.rules;

import static dev.campanile.testkit.CampaignBuilder.cell;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Scene;
import java.math.BigDecimal;
import java.util.function.Predicate;

/**
 * One trigger said three times: as a campaign says it, in Java, and in an expression.
 *
 * @param expression with {@code {event.price}} and the like for what it reads; what a language
 *     makes of those is its own
 */
record Phrase(Trigger trigger, Predicate<Scene> byHand, String expression) {

  static BigDecimal decimal(long number) {
    return BigDecimal.valueOf(number);
  }

  static boolean is(Scene scene, String property, BigDecimal value) {
    return number(scene, property).compareTo(value) == 0;
  }

  static boolean atLeast(Scene scene, String property, BigDecimal least) {
    return number(scene, property).compareTo(least) >= 0;
  }

  static boolean between(Scene scene, String property, BigDecimal least, BigDecimal most) {
    BigDecimal number = number(scene, property);
    return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
  }

  static boolean grown(Scene scene) {
    return ((BigDecimal) scene.profile().values().get("age")).compareTo(decimal(18)) >= 0;
  }

  static boolean vip(Scene scene) {
    return scene.profile().values().get("vip").equals(true);
  }

  static boolean counts(Scene scene, String tally, BigDecimal least) {
    return ((BigDecimal) scene.tallies().get(tally).orElseThrow()).compareTo(least) >= 0;
  }

  /** The name that an aggregate's tally goes by. */
  static String tally(String aggregate) {
    return Lexicon.nameOf(((Condition.Aggregate) cell(aggregate)).tally());
  }

  static Event event(Scene scene) {
    return scene.occasion().happened().orElseThrow();
  }

  private static BigDecimal number(Scene scene, String property) {
    return (BigDecimal) event(scene).properties().values().get(property);
  }
}
