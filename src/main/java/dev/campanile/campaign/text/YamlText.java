package dev.campanile.campaign.text;

import dev.campanile.campaign.Tree;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prints a tree as YAML: what fits on a line stands on one, except the parts that give a campaign
 * or a scenario its shape.
 *
 * <p>Texts go without quotes only where every YAML reader, old or new, takes them for text.
 */
final class YamlText {

  private static final int WIDTH = 110;
  private static final Set<String> ALWAYS_TALL = Set.of("entry", "nodes", "edges", "steps");
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
  private static final Set<String> OTHERWISE =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Tree tree) {
    var text = new YamlText();
    text.printTall(tree, 0);
    return text.out.toString();
  }

  /** On one line, however long. */
  static String line(Tree tree) {
    return flat(tree);
  }

  private void printTall(Tree tree, int indent) {
    switch (tree) {
      case Tree.Mapping mapping when !mapping.members().isEmpty() -> printMembers(mapping, indent);
      case Tree.Sequence sequence when !sequence.items().isEmpty() -> printItems(sequence, indent);
      default -> out.append(" ".repeat(indent)).append(flat(tree)).append('\n');
    }
  }

  private void printMembers(Tree.Mapping mapping, int indent) {
    for (Tree.Member member : mapping.members()) {
      String key = text(member.key()) + ":";
      String flat = " ".repeat(indent) + key + " " + flat(member.value());
      boolean tall = indent == 0 && ALWAYS_TALL.contains(member.key()) || flat.length() > WIDTH;
      if (tall && nested(member.value())) {
        out.append(" ".repeat(indent)).append(key).append('\n');
        printTall(member.value(), indent + 2);
      } else {
        out.append(flat).append('\n');
      }
    }
  }

  private void printItems(Tree.Sequence sequence, int indent) {
    for (Tree item : sequence.items()) {
      String flat = " ".repeat(indent) + "- " + item(item);
      if (flat.length() > WIDTH && nested(item)) {
        int start = out.length();
        printTall(item, indent + 2);
        out.setCharAt(start + indent, '-');
      } else {
        out.append(flat).append('\n');
      }
    }
  }

  private static boolean nested(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> false;
      case Tree.Sequence sequence -> !sequence.items().isEmpty();
      case Tree.Mapping mapping -> !mapping.members().isEmpty();
    };
  }

  private static String flat(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar.quoted() ? text(scalar.text()) : scalar.text();
      case Tree.Sequence sequence ->
          sequence.items().stream().map(YamlText::item).collect(Collectors.joining(", ", "[", "]"));
      case Tree.Mapping mapping when mapping.members().isEmpty() -> "{}";
      case Tree.Mapping mapping ->
          mapping.members().stream()
              .map(member -> text(member.key()) + ": " + flat(member.value()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  /** In a list, what has spaces stands in quotes, so that one sees where it ends. */
  private static String item(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.quoted() && scalar.text().contains(" ")
        ? quoted(scalar.text())
        : flat(tree);
  }

  private static String text(String text) {
    boolean safe =
        SAFE.matcher(text).matches() && !OTHERWISE.contains(text.toLowerCase(Locale.ROOT));
    return safe ? text : quoted(text);
  }

  private static String quoted(String text) {
    boolean hasEscapes = text.contains("\"") || text.contains("\\");
    boolean printable = text.codePoints().noneMatch(Lexical::unprintable);
    return hasEscapes && printable ? "'" + text.replace("'", "''") + "'" : JsonText.quoted(text);
  }
}
