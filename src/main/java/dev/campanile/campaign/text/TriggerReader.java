package dev.campanile.campaign.text;

import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Aggregate;
import dev.campanile.campaign.Condition.Profile;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads triggers: two-dimensional arrays of cells, Boolean texts over quoted cells, or the text of
 * one cell.
 */
final class TriggerReader {

  private static final String BOOLEAN_TEXT = "\"(!";

  private final ConditionParser conditions;
  private final ObjectForms objects;

  TriggerReader(ConditionParser conditions, Operands operands, CronFields crons) {
    this.conditions = conditions;
    this.objects = new ObjectForms(conditions, operands, crons);
  }

  Optional<Trigger> trigger(Part part, Site site) {
    return switch (part.tree()) {
      case Tree.Sequence sequence ->
          rows(part, site).flatMap(rows -> multiplied(part, Expression.ofRows(rows)));
      case Tree.Scalar scalar ->
          part.text(text -> expression(text, site)).flatMap(written -> multiplied(part, written));
      case Tree.Mapping mapping ->
          part.unexpected("a two-dimensional array", "Maybe write [[…]] around it.");
    };
  }

  private Optional<List<List<Condition>>> rows(Part part, Site site) {
    var rows = new ArrayList<List<Condition>>();
    boolean whole = true;
    for (Part row : part.someItems("rows")) {
      Optional<List<Condition>> cells = row(row, site);
      cells.ifPresent(rows::add);
      whole &= cells.isPresent();
    }
    return whole && !rows.isEmpty() ? Optional.of(rows) : Optional.empty();
  }

  private Optional<List<Condition>> row(Part row, Site site) {
    if (!(row.tree() instanceof Tree.Sequence)) {
      return row.unexpected(
          "a row of cells", "Maybe write [[…]]: rows are ANDed, the cells of a row ORed.");
    }
    List<Part> parts = row.someItems("cells");
    List<Condition> cells = parts.stream().flatMap(cell -> cell(cell, site).stream()).toList();
    return cells.isEmpty() || cells.size() < parts.size() ? Optional.empty() : Optional.of(cells);
  }

  Optional<Condition> cell(Part cell, Site site) {
    Optional<Condition> read =
        cell.tree() instanceof Tree.Mapping
            ? objects.condition(cell)
            : cell.text(conditions::condition);
    return read.flatMap(condition -> cell.understood(() -> fitting(condition, site)));
  }

  private static Condition fitting(Condition condition, Site site) {
    site.check(condition);
    int length = CampaignText.text(condition).length();
    if (length > Lexical.LONGEST_CELL) {
      throw Misread.of(
          "Expected at most %d characters in a cell, but written out it has %d."
              .formatted(Lexical.LONGEST_CELL, length),
          "Maybe split the condition.");
    }
    return condition;
  }

  private Expression<Condition> expression(String text, Site site) {
    if (text.length() > Lexical.LONGEST_TRIGGER) {
      throw Misread.of(
          "Expected at most %d characters, but got %d."
              .formatted(Lexical.LONGEST_TRIGGER, text.length()),
          "");
    }
    var cursor = new Cursor(text);
    if (!cursor.skipBlank().seesOneOf(BOOLEAN_TEXT)) {
      return new Expression.Leaf<>(fitting(conditions.condition(text), site));
    }
    var written = new BooleanParser<>((at, negated) -> quotedCell(at, negated, site)).parse(cursor);
    cursor.expectEnd();
    return written;
  }

  private Condition quotedCell(Cursor cursor, boolean negated, Site site) {
    int start = cursor.offset();
    if (!cursor.sees("\"")) {
      throw cursor.expected("a condition in double quotes", "");
    }
    String cell = cursor.quoted('"');
    try {
      Condition condition = fitting(conditions.condition(cell), site);
      return negated ? opposite(condition) : condition;
    } catch (Misread misread) {
      throw new Misread(
          start + 1 + offsetInQuotes(cell, misread.offset()), misread.message(), misread.advice());
    }
  }

  /** A quote inside quotes is written twice, so what follows stands further to the right. */
  private static int offsetInQuotes(String cell, int offset) {
    String before = cell.substring(0, Math.min(offset, cell.length()));
    return offset + (int) before.chars().filter(c -> c == '"').count();
  }

  private static Condition opposite(Condition condition) {
    return switch (condition) {
      case Aggregate(var tally, var operator, var operand) ->
          new Aggregate(tally, ComparisonParser.opposite(operator), operand);
      case Profile(var comparison) -> new Profile(ComparisonParser.opposite(comparison));
      default ->
          throw Misread.of(
              "Expected a condition with an opposite after '!', but got %s."
                  .formatted(Excerpt.of(CampaignText.text(condition))),
              "Maybe negate an aggregate or a user. comparison.");
    };
  }

  private static Optional<Trigger> multiplied(Part part, Expression<Condition> written) {
    try {
      var trigger = Trigger.of(written);
      int length = CampaignText.text(trigger).length();
      return TriggerText.rows(trigger.written()).isPresent() || length <= Lexical.LONGEST_TRIGGER
          ? Optional.of(trigger)
          : part.refuse(
              "Expected at most %d characters, but written out it has %d."
                  .formatted(Lexical.LONGEST_TRIGGER, length),
              "");
    } catch (Cnf.TooLarge tooLarge) {
      return part.refuse(
          String.valueOf(tooLarge.getMessage()), "Maybe split it over several nodes or edges.");
    }
  }
}
