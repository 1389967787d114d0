package dev.campanile.campaign.text;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Since;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.RegularExpressions;
import dev.campanile.campaign.Timetables;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Trigger;
import java.util.Optional;

/**
 * Reads campaign files. Strict: what it does not know is an error with line and column, and all
 * errors come at once.
 *
 * <p>Thread-safe.
 */
public final class CampaignReader {

  private final TreeParser trees;
  private final CronFields crons;
  private final TriggerReader triggers;
  private final TriggerReader inAudience;

  public CampaignReader(TreeParser trees, RegularExpressions expressions, Timetables timetables) {
    var operands = new Operands(expressions);
    this.trees = trees;
    this.crons = new CronFields(timetables);
    this.triggers = new TriggerReader(new ConditionParser(operands, crons), operands, crons);
    this.inAudience =
        new TriggerReader(new ConditionParser(operands, crons, Since.EVER), operands, crons);
  }

  /** Reads YAML or JSON text. */
  public Reading read(String text) {
    return switch (trees.parse(text)) {
      case TreeParser.Parsed.Whole(var tree) -> read(tree);
      case TreeParser.Parsed.Broken(var violations) -> new Reading.Refused(violations);
    };
  }

  /** The campaign of a text, where the text is free of problems. */
  public Optional<CampaignGraph> graph(String text) {
    return read(text) instanceof Reading.Read read ? Optional.of(read.graph()) : Optional.empty();
  }

  /** Reads the text of {@code caps.yaml}. */
  public CapsReader.Told caps(String text) {
    return new CapsReader(trees).read(text);
  }

  /** Reads one cell in its text form; the columns of its problems are those of the text. */
  public CellReading cell(String text, Site where) {
    return cell(scalar(text), where);
  }

  /** Reads one cell in its object form, as JSON. */
  public CellReading cellOfObject(String json, Site where) {
    return switch (trees.parse(json)) {
      case TreeParser.Parsed.Whole(var tree) -> cell(tree, where);
      case TreeParser.Parsed.Broken(var violations) -> new CellReading.Refused(violations);
    };
  }

  /** Reads a Boolean text over quoted cells; the columns of its problems are those of the text. */
  public TriggerReading trigger(String text, Site where) {
    return trigger(scalar(text), where);
  }

  /** Reads rows of cells in either form, as JSON. */
  public TriggerReading triggerOfRows(String json, Site where) {
    return switch (trees.parse(json)) {
      case TreeParser.Parsed.Whole(var tree) -> trigger(tree, where);
      case TreeParser.Parsed.Broken(var violations) -> new TriggerReading.Refused(violations);
    };
  }

  private TriggerReading trigger(Tree tree, Site where) {
    var problems = new Problems();
    Optional<Trigger> read = at(where).trigger(new Part(tree, "", problems), where);
    return read.isPresent() && problems.none()
        ? new TriggerReading.Read(read.get())
        : new TriggerReading.Refused(problems.sorted());
  }

  private CellReading cell(Tree tree, Site where) {
    var problems = new Problems();
    Optional<Condition> read = at(where).cell(new Part(tree, "", problems), where);
    return read.isPresent() && problems.none()
        ? new CellReading.Read(read.get())
        : new CellReading.Refused(problems.sorted());
  }

  private TriggerReader at(Site where) {
    return where == Site.AUDIENCE ? inAudience : triggers;
  }

  private static Tree scalar(String text) {
    String written = text.indexOf('\n') < 0 ? text : "";
    return new Tree.Scalar(Place.START, text, false, written);
  }

  public Reading read(Tree tree) {
    var problems = new Problems();
    Optional<CampaignGraph> graph =
        new GraphReader(triggers, crons, inAudience).graph(new Part(tree, "", problems));
    return graph.isPresent() && problems.none()
        ? new Reading.Read(graph.get(), SourceMap.of(tree))
        : new Reading.Refused(problems.sorted());
  }
}
