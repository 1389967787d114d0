package dev.campanile.translator;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Occurs;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Trigger.Cell;
import dev.campanile.engine.rule.Follows;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.state.Guard;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Splits;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a machine as DRL: one rule per guard, named as the guard, sorted by name.
 *
 * <p>A rule is an equality on the place, which the alpha network hashes, and the trigger's array in
 * one expression: measured, any other form is slower. What authors write appears only inside string
 * literals, as the names of cells; the lexicon says what the names mean. Equal machines have equal
 * texts.
 */
public final class DrlWriter {

  // Drools copies rule names into a comment of the Java it generates, where quotes protect nothing.
  private static final Pattern RULE_NAME = Pattern.compile("[A-Za-z0-9_@/-]+");

  private DrlWriter() {}

  public static RuleText write(Machine machine) {
    return new RuleText(machine.key(), head(machine.key()) + rules(machine));
  }

  /** What the names in the machine's rules mean: those names, and no others. */
  public static Lexicon lexicon(Machine machine) {
    Map<String, Comparison> comparisons = new HashMap<>();
    Map<String, Condition> conditions = new HashMap<>();
    for (Guard guard : machine.guards()) {
      for (List<Call> row : calls(guard).rows()) {
        row.forEach(call -> call.explain(comparisons, conditions));
      }
    }
    return new Lexicon(comparisons, conditions);
  }

  private static String head(CampaignKey campaign) {
    return """
        package %s

        import %s;
        global %s decisions
        """
        .formatted(packageOf(campaign), Moment.class.getName(), Follows.class.getName());
  }

  /**
   * One package per version. A name's {@code -} becomes {@code __} and its {@code _} becomes {@code
   * _0}, so that no two campaigns share one; the version at the end keeps it from being a keyword.
   */
  static String packageOf(CampaignKey campaign) {
    String id = campaign.id().text();
    String start = Character.isDigit(id.charAt(0)) ? "_" : "";
    String name = id.replace("_", "_0").replace("-", "__");
    return "campanile." + start + name + "_v" + campaign.version();
  }

  private static String rules(Machine machine) {
    return machine.guards().stream()
        .sorted(Comparator.comparing(Guard::rule))
        .map(DrlWriter::rule)
        .collect(Collectors.joining());
  }

  private static String rule(Guard guard) {
    if (!RULE_NAME.matcher(guard.rule()).matches()) {
      throw new IllegalStateException(
          "Expected a rule named by letters, digits, '-', '_', '@' and '/', but got '%s'."
              .formatted(guard.rule()));
    }
    return """

        rule "%1$s" when
            Moment( at == %2$s%3$s )
        then decisions.follow("%1$s"); end
        """
        .formatted(guard.rule(), Literals.quoted(guard.at()), constraint(calls(guard)));
  }

  private static String constraint(Cnf<Call> calls) {
    boolean bare = calls.rows().size() < 2;
    return calls.rows().stream()
        .map(row -> row(row, bare))
        .collect(Collectors.joining(" && ", calls.rows().isEmpty() ? "" : ", ", ""));
  }

  /** Drools' parser takes exponential time in the depth of brackets: there is one level at most. */
  private static String row(List<Call> row, boolean bare) {
    if (row.isEmpty()) {
      return "false";
    }
    String cells = row.stream().map(Call::drl).collect(Collectors.joining(" || "));
    return bare || row.size() == 1 ? cells : "( " + cells + " )";
  }

  private static Cnf<Call> calls(Guard guard) {
    try {
      return Cnf.of(expression(guard, true));
    } catch (Cnf.TooLarge multipliedOut) {
      return Cnf.of(expression(guard, false));
    }
  }

  private static Expression<Call> expression(Guard guard, boolean inline) {
    return new Expression.And<>(
        guard.trigger().cells().rows().stream()
            .<Expression<Call>>map(row -> anyOf(row, guard, inline))
            .toList());
  }

  private static Expression<Call> anyOf(List<Cell> row, Guard guard, boolean inline) {
    return new Expression.Or<>(row.stream().map(cell -> cell(cell, guard, inline)).toList());
  }

  private static Expression<Call> cell(Cell cell, Guard guard, boolean inline) {
    return switch (cell.condition()) {
      case Occurs occurs when inline && guard.opening().isPresent() ->
          comparisons(guard.opening().get().rest(occurs.where()));
      case Condition.Happening happening ->
          judge(cell.latches() ? "occurred" : "occurs", happening);
      case Condition.Aggregate aggregate -> judge("tally", aggregate);
      case Condition.Profile profile -> compare("user", profile.comparison());
      case Condition.Deadline deadline -> judge("due", deadline);
      case Condition.Always always -> new Expression.And<>(List.of());
      case Condition.Inside inside -> judge("stands", inside);
      case Condition.Split split -> new Expression.Leaf<>(new Call.Drawn(guard.splits().of(split)));
      case Condition.During during -> judge("stands", during);
      case Condition.Rules r -> throw unexecuted(r);
    };
  }

  private static Expression<Call> comparisons(Cnf<Comparison> where) {
    return Expression.ofRows(
        where.rows().stream().map(row -> row.stream().map(DrlWriter::ofEvent).toList()).toList());
  }

  private static Call ofEvent(Comparison comparison) {
    return new Call.Compare("event", comparison);
  }

  private static Expression<Call> compare(String method, Comparison comparison) {
    return new Expression.Leaf<>(new Call.Compare(method, comparison));
  }

  private static Expression<Call> judge(String method, Condition condition) {
    return new Expression.Leaf<>(new Call.Judge(method, condition));
  }

  private static IllegalStateException unexecuted(Condition condition) {
    return new IllegalStateException(
        "Expected publishing to have refused '%s'.".formatted(Lexicon.nameOf(condition)));
  }

  /** A cell in DRL: a method of the moment, asked about a name. */
  private sealed interface Call {

    String drl();

    void explain(Map<String, Comparison> comparisons, Map<String, Condition> conditions);

    record Compare(String method, Comparison comparison) implements Call {

      @Override
      public String drl() {
        return method + "(" + Literals.quoted(Lexicon.nameOf(comparison)) + ")";
      }

      @Override
      public void explain(Map<String, Comparison> comparisons, Map<String, Condition> conditions) {
        comparisons.put(Lexicon.nameOf(comparison), comparison);
      }
    }

    record Drawn(Splits.Part part) implements Call {

      @Override
      public String drl() {
        return "lot(" + text(part.from()) + ", " + text(part.to()) + ")";
      }

      @Override
      public void explain(Map<String, Comparison> comparisons, Map<String, Condition> conditions) {
        // Figures mean what they say.
      }

      private static String text(BigDecimal percent) {
        return Literals.quoted(percent.toPlainString());
      }
    }

    record Judge(String method, Condition condition) implements Call {

      @Override
      public String drl() {
        return method + "(" + Literals.quoted(Lexicon.nameOf(condition)) + ")";
      }

      @Override
      public void explain(Map<String, Comparison> comparisons, Map<String, Condition> conditions) {
        conditions.put(Lexicon.nameOf(condition), condition);
      }
    }
  }
}
