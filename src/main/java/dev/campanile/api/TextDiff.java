package dev.campanile.api;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Two texts as a unified diff, as {@code diff -u} prints it. */
final class TextDiff {

  private static final int CONTEXT = 3;

  private TextDiff() {}

  /** Empty where both are the same. */
  static String between(String fromName, String from, String toName, String to) {
    List<String> was = from.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            fromName, toName, was, DiffUtils.diff(was, to.lines().toList()), CONTEXT);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
