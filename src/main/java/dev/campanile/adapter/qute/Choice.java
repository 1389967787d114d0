package dev.campanile.adapter.qute;

import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * {@code {#if}}, {@code {#else if}} and {@code {#else}}: the first block whose question holds.
 *
 * <p>Qute's own would throw where a value that is compared is missing.
 */
record Choice(List<Branch> branches) implements SectionHelper {

  record Branch(Question question, SectionBlock block) {}

  private static final Question ALWAYS = new Question.All(List.of());

  @Override
  public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
    for (Branch branch : branches) {
      if (branch.question().holds(context.resolutionContext())) {
        return context.execute(branch.block(), context.resolutionContext());
      }
    }
    return ResultNode.NOOP;
  }

  /** Reads choices. */
  static final class Factory implements SectionHelperFactory<Choice> {

    @Override
    public List<String> getDefaultAliases() {
      return List.of("if");
    }

    @Override
    public List<String> getBlockLabels() {
      return List.of("else");
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
      question(
          block.getLabel(), block.getParameters(), text -> block.addExpression(text, text), block);
      return outer;
    }

    @Override
    public Choice initialize(SectionInitContext context) {
      return new Choice(
          context.getBlocks().stream()
              .map(block -> new Branch(question(block, context), block))
              .toList());
    }

    private static Question question(SectionBlock block, SectionInitContext context) {
      return question(block.label, block.parameters, block.expressions::get, context);
    }

    private static Question question(
        String label,
        Map<String, String> parameters,
        Function<String, Expression> expressions,
        ParserDelegate parser) {
      String text = Sections.text(parameters, parser);
      boolean otherwise = !label.equals(MAIN_BLOCK_NAME);
      if (otherwise && text.isEmpty()) {
        return ALWAYS;
      }
      if (otherwise && !text.startsWith("if ")) {
        throw problem(parser, "Expected {#else} or {#else if …}, but got '%s'.".formatted(text));
      }
      try {
        return QuestionReader.read(otherwise ? text.substring(3) : text, expressions);
      } catch (QuestionReader.Unreadable unreadable) {
        throw problem(parser, String.valueOf(unreadable.getMessage()));
      }
    }

    private static TemplateException problem(ParserDelegate parser, String message) {
      return Sections.problem(parser, message);
    }
  }
}
