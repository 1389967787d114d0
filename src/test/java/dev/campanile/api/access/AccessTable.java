package dev.campanile.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may call what, as docs/access.md says. */
final class AccessTable {

  static final String ANYBODY = "anybody";
  static final String SIGNED_IN = "whoever is somebody";

  private static final Path PAGE = Path.of("docs", "access.md");
  private static final String HEAD = "| endpoint |";

  /** For each endpoint, such as {@code GET /v1/campaigns}, the columns that are ticked. */
  private final Map<String, Set<String>> rows = new TreeMap<>();

  private AccessTable() {}

  static AccessTable read() {
    try {
      var table = new AccessTable();
      List<String> lines =
          Files.readAllLines(PAGE).stream().dropWhile(line -> !line.startsWith(HEAD)).toList();
      List<String> columns = cells(lines.getFirst());
      lines.stream()
          .skip(2)
          .takeWhile(line -> line.startsWith("|"))
          .forEach(line -> table.add(columns, cells(line)));
      return table;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(List<String> columns, List<String> cells) {
    Set<String> ticked = new HashSet<>();
    for (int i = 1; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        ticked.add(columns.get(i));
      }
    }
    rows.put(cells.getFirst().replace("`", ""), ticked);
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  Set<String> endpoints() {
    return rows.keySet();
  }

  /**
   * Whether somebody may call it.
   *
   * @param who a column of the table; none for nobody
   */
  boolean allows(String endpoint, String who) {
    Set<String> ticked = rows.get(endpoint);
    return ticked.contains(ANYBODY)
        || ticked.contains(who)
        || ticked.contains(SIGNED_IN) && !who.isEmpty();
  }
}
