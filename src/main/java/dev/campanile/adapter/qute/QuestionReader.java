package dev.campanile.adapter.qute;

import dev.campanile.campaign.Operator;
import io.quarkus.qute.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an {@code {#if}} asks: {@code !} before comparisons before and before or. */
final class QuestionReader {

  /** A condition that does not read; its message is "Expected …, but ….". */
  static final class Unreadable extends RuntimeException {

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /** How deep brackets may nest. */
  private static final int DEEPEST = 16;

  private static final Map<String, Operator> COMPARISONS =
      Map.ofEntries(
          Map.entry("==", Operator.EQ),
          Map.entry("eq", Operator.EQ),
          Map.entry("is", Operator.EQ),
          Map.entry("!=", Operator.NE),
          Map.entry("ne", Operator.NE),
          Map.entry(">", Operator.GT),
          Map.entry("gt", Operator.GT),
          Map.entry(">=", Operator.GTE),
          Map.entry("gte", Operator.GTE),
          Map.entry("ge", Operator.GTE),
          Map.entry("<", Operator.LT),
          Map.entry("lt", Operator.LT),
          Map.entry("<=", Operator.LTE),
          Map.entry("lte", Operator.LTE),
          Map.entry("le", Operator.LTE));

  // A word goes on through the brackets of methods, and of names such as ['offer id'].
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\G\\s*+('[^']*+'|\"[^\"]*+\"|!(?!=)|\\(|\\)"
              + "|(?:[^\\s()'\"\\[]++|\\((?:'[^']*+'|\"[^\"]*+\"|[^()'\"]++)*+\\)|\\['[^']*+'])++)");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final List<String> tokens;
  private final Function<String, Expression> expressions;
  private int next;

  private QuestionReader(List<String> tokens, Function<String, Expression> expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /**
   * @param expressions reads what stands between the signs
   */
  static Question read(String text, Function<String, Expression> expressions) {
    var reader = new QuestionReader(tokens(text), expressions);
    Question question = reader.any(0);
    if (reader.next < reader.tokens.size()) {
      throw new Unreadable(
          "Expected a sign such as == or &&, but got '%s'."
              .formatted(reader.tokens.get(reader.next)));
    }
    return question;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find()) {
      tokens.add(token.group(1));
      end = token.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new Unreadable(
          "Expected values and signs, but got '%s'.".formatted(text.substring(end).strip()));
    }
    return tokens;
  }

  private Question any(int depth) {
    List<Question> questions = new ArrayList<>(List.of(all(depth)));
    while (took("||") || took("or")) {
      questions.add(all(depth));
    }
    return questions.size() == 1 ? questions.getFirst() : new Question.Any(List.copyOf(questions));
  }

  private Question all(int depth) {
    List<Question> questions = new ArrayList<>(List.of(comparison(depth)));
    while (took("&&") || took("and")) {
      questions.add(comparison(depth));
    }
    return questions.size() == 1 ? questions.getFirst() : new Question.All(List.copyOf(questions));
  }

  private Question comparison(int depth) {
    Question left = single(depth);
    Optional<Operator> operator = peek().map(COMPARISONS::get);
    if (operator.isEmpty()) {
      return left;
    }
    next++;
    if (left instanceof Question.Operand l && single(depth) instanceof Question.Operand r) {
      return new Question.Comparison(l, operator.get(), r);
    }
    throw new Unreadable(
        "Expected a value on each side of '%s', but got a condition."
            .formatted(tokens.get(next - 1)));
  }

  private Question single(int depth) {
    if (depth > DEEPEST) {
      throw new Unreadable("Expected at most %d nested brackets, but got more.".formatted(DEEPEST));
    }
    if (took("!")) {
      return new Question.Not(single(depth + 1));
    }
    if (took("(")) {
      Question inner = any(depth + 1);
      if (!took(")")) {
        throw new Unreadable("Expected a closing ), but there is none.");
      }
      return inner;
    }
    return operand();
  }

  private Question.Operand operand() {
    String token =
        peek().orElseThrow(() -> new Unreadable("Expected a value, but the condition ends."));
    next++;
    if (token.equals(")") || COMPARISONS.containsKey(token) || token.matches("&&|\\|\\||and|or")) {
      throw new Unreadable("Expected a value, but got '%s'.".formatted(token));
    }
    return DECIMAL.matcher(token).matches()
        ? new Question.Operand(null, new BigDecimal(token))
        : new Question.Operand(expressions.apply(token), null);
  }

  private boolean took(String sign) {
    boolean found = peek().filter(sign::equals).isPresent();
    next += found ? 1 : 0;
    return found;
  }

  private Optional<String> peek() {
    return next < tokens.size() ? Optional.of(tokens.get(next)) : Optional.empty();
  }
}
