package dev.campanile.adapter.qute;

import dev.campanile.campaign.Template.Mention;
import dev.campanile.campaign.Templates.Flaw;
import dev.campanile.campaign.text.Excerpt;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Expression.Part;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What a template asks for, and what in it has no meaning. */
final class Inspection {

  private final ToIntFunction<TemplateNode.Origin> offsets;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();

  /**
   * @param offsets where in the text something stands
   */
  Inspection(ToIntFunction<TemplateNode.Origin> offsets) {
    this.offsets = offsets;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  void inspect(List<TemplateNode> nodes, Set<String> aliases) {
    for (TemplateNode node : nodes) {
      switch (node.kind()) {
        case EXPRESSION -> inspectOutput(node.getExpressions().getFirst(), aliases);
        case SECTION -> inspect(node.asSection(), aliases);
        case PARAM_DECLARATION ->
            flaw(
                node.getOrigin(),
                "Expected a value or a section, but got a declaration.",
                Tags.BRACE);
        default -> {}
      }
    }
  }

  private void inspect(SectionNode section, Set<String> aliases) {
    for (SectionBlock block : section.getBlocks()) {
      block.expressions.values().forEach(expression -> inspect(expression, aliases));
      boolean repeated =
          section.getHelper() instanceof Loop && block == section.getBlocks().getFirst();
      inspect(
          block.nodes, repeated ? with(aliases, ((Loop) section.getHelper()).alias()) : aliases);
    }
  }

  private static Set<String> with(Set<String> aliases, String alias) {
    var more = new HashSet<>(aliases);
    more.add(alias);
    Round.FACTS.forEach(fact -> more.add(alias + "_" + fact));
    return more;
  }

  private void inspectOutput(Expression expression, Set<String> aliases) {
    if (expression.isLiteral()) {
      flaw(
          expression.getOrigin(),
          "Expected a reference such as {user.name}, but got a value as written.",
          Tags.BRACE);
    } else {
      inspect(expression, aliases);
    }
  }

  private void inspect(Expression expression, Set<String> aliases) {
    if (expression.isLiteral()) {
      return;
    }
    if (expression.hasNamespace()) {
      flaw(
          expression.getOrigin(),
          "Expected no namespace, but got '%s:'.".formatted(expression.getNamespace()),
          Tags.BRACE);
      return;
    }
    List<Part> parts = expression.getParts();
    Part first = parts.getFirst();
    if (first.isVirtualMethod() || parts.stream().anyMatch(Inspection::broken)) {
      flaw(
          expression.getOrigin(),
          "Expected a reference such as {user.name}, but got %s."
              .formatted(Excerpt.of(expression.toOriginalString())),
          Tags.BRACE);
      return;
    }
    if (!aliases.contains(first.getName())) {
      Optional<String> name =
          parts.stream()
              .skip(1)
              .limit(1)
              .filter(part -> !part.isVirtualMethod())
              .map(Part::getName)
              .findFirst();
      mentions.add(new Mention(first.getName(), name, offsets.applyAsInt(expression.getOrigin())));
    }
    parts.stream()
        .filter(Part::isVirtualMethod)
        .forEach(part -> inspect(part, expression, aliases));
  }

  /** What the reader makes of words that stand beside each other without being anything. */
  private static boolean broken(Part part) {
    return !part.isVirtualMethod()
        && (part.getName().endsWith(")") || part.getName().startsWith("{"));
  }

  private void inspect(Part part, Expression expression, Set<String> aliases) {
    List<Expression> parameters = part.asVirtualMethod().getParameters();
    Optional<Method> method = Method.named(part.getName());
    if (method.isEmpty()) {
      flaw(
          expression.getOrigin(),
          "Expected a method of %s, but got '%s'."
              .formatted(String.join(", ", Method.words()), part.getName()),
          Excerpt.nearest(part.getName(), Method.words()));
    } else if (parameters.size() != method.get().parameters()) {
      flaw(
          expression.getOrigin(),
          "Expected %s in the brackets of '%s', but got %d."
              .formatted(
                  method.get().parameters() == 0 ? "nothing" : "one value",
                  part.getName(),
                  parameters.size()),
          "");
    } else if (method.get().takesPattern()
        && !method.get().accepts(parameters.getFirst().getLiteral())) {
      flaw(
          expression.getOrigin(),
          "Expected a pattern that '%s' can read, but it cannot.".formatted(part.getName()),
          "Maybe as round(2), format('#,##0.00') or date('dd.MM.yyyy').");
    }
    parameters.forEach(parameter -> inspect(parameter, aliases));
  }

  private void flaw(TemplateNode.Origin origin, String message, String advice) {
    flaws.add(new Flaw(offsets.applyAsInt(origin), message, advice));
  }
}
