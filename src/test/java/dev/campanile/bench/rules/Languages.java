package dev.campanile.bench.rules;

import java.io.Serializable;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.mvel2.MVEL;
import org.mvel2.ParserContext;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.SimpleEvaluationContext;

/** Expression languages, each parsing an expression once. */
final class Languages {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?:\\.([^}]*))?}");

  private Languages() {}

  /** A language of expressions over variables. */
  interface Language {

    Predicate<Map<String, Object>> compile(String expression);
  }

  /** MVEL's precompiled expressions. */
  static final class Mvel implements Language {

    @Override
    public Predicate<Map<String, Object>> compile(String expression) {
      Serializable compiled =
          MVEL.compileExpression(indexed(expression, "$1", "$1['$2']"), new ParserContext());
      return variables -> MVEL.executeExpression(compiled, variables, Boolean.class);
    }
  }

  /** JEXL. */
  static final class Jexl implements Language {

    private final JexlEngine engine =
        new JexlBuilder().permissions(JexlPermissions.UNRESTRICTED).strict(true).create();

    @Override
    public Predicate<Map<String, Object>> compile(String expression) {
      var compiled = engine.createExpression(indexed(expression, "$1", "$1['$2']"));
      return variables -> (boolean) compiled.evaluate(new MapContext(variables));
    }
  }

  /** Spring's, interpreted: it compiles no comparison of decimals. */
  static final class Spel implements Language {

    private final SpelExpressionParser parser = new SpelExpressionParser();
    private final SimpleEvaluationContext context =
        SimpleEvaluationContext.forReadOnlyDataBinding().withInstanceMethods().build();

    @Override
    public Predicate<Map<String, Object>> compile(String expression) {
      Expression compiled = parser.parseExpression(indexed(expression, "['$1']", "['$1']['$2']"));
      return variables -> compiled.getValue(context, variables, Boolean.class);
    }
  }

  private static String indexed(String expression, String plain, String nested) {
    return VARIABLE
        .matcher(expression)
        .replaceAll(
            match -> {
              boolean simple = match.group(2) == null;
              String form = simple ? plain : nested;
              String key = simple ? "" : match.group(2);
              return java.util.regex.Matcher.quoteReplacement(
                  form.replace("$1", match.group(1)).replace("$2", key));
            });
  }
}
