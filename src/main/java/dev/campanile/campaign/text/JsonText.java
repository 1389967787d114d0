package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import java.util.List;
import java.util.function.BiConsumer;

/** Prints a tree as JSON, indented by two. */
final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Tree tree) {
    var text = new JsonText();
    text.print(tree, 0);
    return text.out.append('\n').toString();
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> appendEscaped(quoted, point));
    return quoted.append('"').toString();
  }

  private void print(Tree tree, int depth) {
    switch (tree) {
      case Tree.Scalar scalar -> out.append(scalar(scalar));
      case Tree.Sequence sequence -> block('[', sequence.items(), ']', depth, this::print);
      case Tree.Mapping mapping -> block('{', mapping.members(), '}', depth, this::printMember);
    }
  }

  private void printMember(Tree.Member member, int depth) {
    out.append(quoted(member.key())).append(": ");
    print(member.value(), depth);
  }

  private <T> void block(
      char open, List<T> items, char close, int depth, BiConsumer<T, Integer> printing) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "\n" : ",\n").append("  ".repeat(depth + 1));
      printing.accept(items.get(i), depth + 1);
    }
    out.append(items.isEmpty() ? "" : "\n" + "  ".repeat(depth)).append(close);
  }

  private static String scalar(Tree.Scalar scalar) {
    boolean bare =
        !scalar.quoted() && (Scalars.number(scalar.text()) || Lexical.truth(scalar.text()));
    return bare ? scalar.text() : quoted(scalar.text());
  }

  private static void appendEscaped(StringBuilder out, int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default ->
          out.append(escaped(point) ? "\\u%04x".formatted(point) : Character.toString(point));
    }
  }

  private static boolean escaped(int point) {
    return Character.isBmpCodePoint(point) && Lexical.unprintable(point);
  }
}
