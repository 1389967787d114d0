package dev.campanile.adapter.qute;

import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.Templates;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * References in texts in the syntax of Qute, of which there are expressions, {@code {#if}}, {@code
 * {#for}}, {@code {#each}} and comments: no namespaces, no inclusion, and no access to Java.
 *
 * <p>Thread-safe, as are the templates it makes.
 *
 * @see <a href="https://quarkus.io/guides/qute-reference">Qute</a>
 */
public final class QuteTemplates implements Templates {

  private static final Map<Escape, Engine> ENGINES = engines();

  @Override
  public Reading read(String text, Escape escape) {
    if (text.indexOf('{') < 0) {
      return new Reading.Understood(new PlainText(text));
    }
    Tags tags = Tags.of(text);
    if (!tags.flaws().isEmpty()) {
      return new Reading.Misread(tags.flaws());
    }
    try {
      return read(text, escape, tags, engine(escape).parse(text));
    } catch (TemplateException broken) {
      return new Reading.Misread(
          List.of(
              Misreadings.of(
                  broken, broken.getOrigin() == null ? 0 : tags.startOf(broken.getOrigin()))));
    }
  }

  private static Reading read(
      String text, Escape escape, Tags tags, io.quarkus.qute.Template parsed) {
    var inspection = new Inspection(tags::startOf);
    inspection.inspect(parsed.getNodes(), Set.of());
    if (!inspection.flaws().isEmpty()) {
      return new Reading.Misread(inspection.flaws());
    }
    List<TemplateNode> nodes = parsed.getNodes();
    boolean whole = nodes.size() == 1 && nodes.getFirst().isExpression();
    Template filled = new FilledText(parsed, text.length(), inspection.mentions());
    return new Reading.Understood(
        whole ? whole(nodes.getFirst().getExpressions().getFirst(), escape, filled) : filled);
  }

  private static Template whole(Expression expression, Escape escape, Template otherwise) {
    boolean path = expression.getParts().stream().noneMatch(Expression.Part::isVirtualMethod);
    return path ? WholeValue.of(expression, escape, otherwise.mentions()) : otherwise;
  }

  private static Engine engine(Escape escape) {
    return ENGINES.get(escape);
  }

  private static Map<Escape, Engine> engines() {
    Map<Escape, Engine> engines = new EnumMap<>(Escape.class);
    Arrays.stream(Escape.values()).forEach(escape -> engines.put(escape, newEngine(escape)));
    return Collections.unmodifiableMap(engines);
  }

  private static Engine newEngine(Escape escape) {
    return Engine.builder()
        .addSectionHelpers(new Choice.Factory(), new Loop.Factory())
        .addValueResolver(new Values())
        .addResultMapper(new Escapes(escape))
        .strictRendering(false)
        .useAsyncTimeout(false)
        .build();
  }
}
