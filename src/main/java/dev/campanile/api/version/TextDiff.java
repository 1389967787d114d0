package dev.campanile.api.version;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Two texts as a unified diff, as {@code diff -u} prints it. */
final class TextDiff {

  private static final int CONTEXT = 3;

  /** Lines of both texts; comparing takes time and memory that grow with the square. */
  private static final int MOST_LINES = 2_000;

  private TextDiff() {}

  /** Empty where both are the same. */
  static String between(String fromName, String from, String toName, String to) {
    List<String> was = from.lines().toList();
    List<String> is = to.lines().toList();
    if (was.equals(is)) {
      return "";
    }
    return was.size() + is.size() > MOST_LINES
        ? tooLong(fromName, was.size(), toName, is.size())
        : unified(fromName, was, toName, is);
  }

  private static String unified(String fromName, List<String> was, String toName, List<String> is) {
    var patch = DiffUtils.diff(was, is);
    return String.join(
            "\n", UnifiedDiffUtils.generateUnifiedDiff(fromName, toName, was, patch, CONTEXT))
        + "\n";
  }

  private static String tooLong(String fromName, int was, String toName, int is) {
    return "--- %s\n+++ %s\n# %,d and %,d lines differ, too many to compare line by line.\n"
        .formatted(fromName, toName, was, is);
  }
}
