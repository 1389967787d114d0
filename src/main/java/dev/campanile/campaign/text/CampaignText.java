package dev.campanile.campaign.text;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * Prints campaigns and their parts, each in one canonical way that reads back as the same.
 *
 * <p>Equal conditions, comparisons and tallies have equal texts, and different ones different
 * texts, so a text can serve as the name of what it says. Thread-safe.
 */
public final class CampaignText {

  private CampaignText() {}

  /** The text form of a cell, such as {@code event order.paid where amount gte 100}. */
  public static String text(Condition condition) {
    return ConditionText.of(condition);
  }

  /** The object form of a cell, as JSON. */
  public static String object(Condition condition) {
    return JsonText.of(CellTree.of(condition));
  }

  public static String text(Comparison comparison) {
    return ConditionText.of(comparison);
  }

  /** An aggregate without its comparison, such as {@code sum(amount of order.paid) within P7D}. */
  public static String text(Tally tally) {
    return ConditionText.of(tally);
  }

  /**
   * A two-dimensional array of quoted cells, or a Boolean text where the trigger is written in
   * another shape.
   */
  public static String text(Trigger trigger) {
    return TriggerText.of(trigger.written());
  }

  /** A Boolean text over quoted cells, also where the trigger is written in rows. */
  public static String booleanText(Trigger trigger) {
    return TriggerText.ofExpression(trigger.written());
  }

  /**
   * The rows that mean the same as a trigger; empty where there are none, because in rows other
   * happenings would latch.
   */
  public static Optional<List<List<Condition>>> rows(Trigger trigger) {
    return TriggerText.rows(trigger.written()).or(() -> multipliedOut(trigger));
  }

  private static Optional<List<List<Condition>>> multipliedOut(Trigger trigger) {
    List<List<Condition>> rows =
        trigger.cells().rows().stream()
            .map(row -> row.stream().map(Trigger.Cell::condition).toList())
            .toList();
    return Trigger.of(Expression.ofRows(rows)).cells().equals(trigger.cells())
        ? Optional.of(rows)
        : Optional.empty();
  }

  /** The file of a campaign as YAML, cells in their text form. */
  public static String yaml(CampaignGraph graph) {
    return YamlText.of(tree(graph));
  }

  /** A part of a campaign's tree on one line. */
  public static String line(Tree part) {
    return YamlText.line(part);
  }

  /** The file of a campaign as JSON, cells in their text form. */
  public static String json(CampaignGraph graph) {
    return JsonText.of(tree(graph));
  }

  /**
   * The file of a campaign as JSON, cells in their object form wherever they stand in two
   * dimensions.
   */
  public static String jsonOfObjects(CampaignGraph graph) {
    return JsonText.of(GraphTree.of(graph, CellForm.OBJECT));
  }

  /** The file of a campaign as a tree without places, cells in their text form. */
  public static Tree tree(CampaignGraph graph) {
    return GraphTree.of(graph, CellForm.TEXT);
  }
}
