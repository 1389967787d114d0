package dev.campanile.adapter.qute;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SectionNode;
import io.quarkus.qute.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * {@code {#for x in list}} and {@code {#each list}}: once for each member, as long as the filling
 * allows; {@code {#else}} where there is none.
 *
 * <p>Qute's own would also count to a number, without end, and throw where there is no list.
 *
 * @param size how many parts the body has, those of inner sections included
 */
record Loop(String alias, Expression list, Optional<SectionBlock> otherwise, int size)
    implements SectionHelper {

  private static final String LIST = "list";

  @Override
  public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
    List<?> members =
        Values.found(context.evaluate(list)) instanceof List<?> found ? found : List.of();
    if (members.isEmpty()) {
      return otherwise
          .map(block -> context.execute(block, context.resolutionContext()))
          .orElse(ResultNode.NOOP);
    }
    var filling = Filling.of(context.resolutionContext());
    List<ResultNode> rounds = new ArrayList<>();
    for (int i = 0; i < members.size() && filling.anotherRound(size); i++) {
      var round = new Round(alias, members.get(i), i, i == members.size() - 1);
      var inner = context.resolutionContext().createChild(round, null);
      rounds.add(done(context.execute(inner)));
    }
    return CompletedStage.of(new Rounds(rounds));
  }

  private static ResultNode done(CompletionStage<ResultNode> round) {
    return round.toCompletableFuture().join();
  }

  private static final class Rounds extends ResultNode {

    private final List<ResultNode> results;

    Rounds(List<ResultNode> results) {
      this.results = results;
    }

    @Override
    public void process(Consumer<String> text) {
      results.forEach(result -> result.process(text));
    }
  }

  /** Reads loops. */
  static final class Factory implements SectionHelperFactory<Loop> {

    private record Head(String alias, String list) {}

    @Override
    public List<String> getDefaultAliases() {
      return List.of("for", "each");
    }

    @Override
    public List<String> getBlockLabels() {
      return List.of("else");
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
      if (block.isMainBlock()) {
        block.addExpression(LIST, head(Sections.text(block.getParameters(), block), block).list());
      } else if (!block.getParameters().isEmpty()) {
        throw Sections.problem(block, "Expected {#else} in a loop, but got more in it.");
      }
      return outer;
    }

    @Override
    public Loop initialize(SectionInitContext context) {
      Head head = head(Sections.text(context.getParameters(), context), context);
      return new Loop(
          head.alias(),
          context.getExpression(LIST),
          Optional.ofNullable(context.getBlock("else")),
          size(context.getBlocks().getFirst()));
    }

    private static Head head(String text, ParserDelegate parser) {
      String[] words = text.split(" in ", 2);
      if (words.length == 2 && words[0].matches("[A-Za-z]\\w*") && !words[1].contains(" ")) {
        return new Head(words[0], words[1]);
      }
      if (words.length == 1 && !text.isEmpty() && !text.contains(" ")) {
        return new Head("it", text);
      }
      throw Sections.problem(
          parser,
          "Expected a loop such as {#for item in event.items}, but got '%s'.".formatted(text));
    }

    // A comment is a node of a kind that must not be asked for.
    private static int size(SectionBlock block) {
      int size = 1;
      for (TemplateNode node : block.nodes) {
        size +=
            node instanceof SectionNode section
                ? section.getBlocks().stream().mapToInt(Factory::size).sum()
                : 1;
      }
      return size;
    }
  }
}
