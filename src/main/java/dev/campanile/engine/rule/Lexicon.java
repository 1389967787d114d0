package dev.campanile.engine.rule;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Happening;
import dev.campanile.campaign.Condition.Standing;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.text.CampaignText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the canonical texts in rules mean.
 *
 * <p>Rules carry cells as texts only, so nothing an author writes is ever run. Equal texts mean
 * equal cells, whatever campaign they come from, so one lexicon serves a whole rule book.
 * Immutable.
 */
public final class Lexicon {

  public static final Lexicon EMPTY = new Lexicon(Map.of(), Map.of());

  private final Map<String, Comparison> comparisons;
  private final Map<String, Condition> conditions;
  private final Map<String, String> tallies = new HashMap<>();

  public Lexicon(Map<String, Comparison> comparisons, Map<String, Condition> conditions) {
    this.comparisons = Map.copyOf(comparisons);
    this.conditions = Map.copyOf(conditions);
    conditions.forEach(
        (text, condition) -> {
          if (condition instanceof Aggregate aggregate) {
            tallies.put(text, nameOf(aggregate.tally()));
          }
        });
  }

  /** The name of a comparison in rules: its canonical text. */
  public static String nameOf(Comparison comparison) {
    return CampaignText.text(comparison);
  }

  /**
   * The name of a cell in rules, in latches and among the deadlines that are due: its canonical
   * text.
   */
  public static String nameOf(Condition condition) {
    return CampaignText.text(condition);
  }

  /** The name that the count of an aggregate is kept under. */
  public static String nameOf(Tally tally) {
    return CampaignText.text(tally);
  }

  public static Lexicon union(Iterable<Lexicon> parts) {
    Map<String, Comparison> comparisons = new HashMap<>();
    Map<String, Condition> conditions = new HashMap<>();
    for (Lexicon part : parts) {
      comparisons.putAll(part.comparisons);
      conditions.putAll(part.conditions);
    }
    return new Lexicon(comparisons, conditions);
  }

  Comparison comparison(String text) {
    return known(comparisons.get(text), text);
  }

  Happening happening(String text) {
    return (Happening) known(conditions.get(text), text);
  }

  Standing standing(String text) {
    return (Standing) known(conditions.get(text), text);
  }

  Aggregate aggregate(String text) {
    return (Aggregate) known(conditions.get(text), text);
  }

  String tallyOf(String aggregate) {
    return known(tallies.get(aggregate), aggregate);
  }

  private static <T> T known(@Nullable T meaning, String text) {
    if (meaning == null) {
      throw new IllegalStateException("Expected the lexicon to know '" + text + "'.");
    }
    return meaning;
  }
}
