package dev.campanile.adapter.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.campanile.campaign.Roster;
import dev.campanile.campaign.Rosters;
import dev.campanile.campaign.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists of users as CSV (RFC 4180), with a header or without. Thread-safe. */
public final class CsvRosters implements Rosters {

  private static final Set<String> HEADERS = Set.of("user", "user_id", "id");
  private static final int MOST_PROBLEMS = 5;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  @Override
  public Roster read(String csv) {
    String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    var reading = new Reading();
    // The parser takes the end of the file for the end of a quote, and all lines in it for one
    // user.
    if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
      throw new IllegalArgumentException("it is no CSV: a quote is not closed");
    }
    try {
      CsvReader.builder()
          .allowExtraFields(true)
          .allowMissingFields(true)
          .ofCsvRecord(text)
          .forEach(reading::read);
    } catch (CsvParseException malformed) {
      throw new IllegalArgumentException(
          "after line %d it is no CSV: a quote is not closed, or a field is too long"
              .formatted(reading.line),
          malformed);
    }
    return reading.roster();
  }

  /** One list in progress. */
  private static final class Reading {

    private final List<UserId> users = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long broken;
    private long line;
    private int column;

    private void read(CsvRecord row) {
      if (line == 0 && isHeader(row)) {
        line = row.getStartingLineNumber();
        return;
      }
      line = row.getStartingLineNumber();
      if (row.getFieldCount() <= column) {
        problem("has no column %d".formatted(column + 1));
        return;
      }
      add(row.getField(column).strip());
    }

    private boolean isHeader(CsvRecord row) {
      for (int i = 0; i < row.getFieldCount(); i++) {
        if (HEADERS.contains(row.getField(i).strip().toLowerCase(Locale.ROOT))) {
          column = i;
          return true;
        }
      }
      return false;
    }

    private void add(String user) {
      if (user.isEmpty()) {
        problem("names no user");
      } else if (user.length() > UserId.LONGEST) {
        problem(
            "has a user of %d characters, more than %d".formatted(user.length(), UserId.LONGEST));
      } else {
        users.add(new UserId(user));
      }
    }

    private void problem(String what) {
      broken++;
      if (problems.size() < MOST_PROBLEMS) {
        problems.add("line %d %s".formatted(line, what));
      }
    }

    private Roster roster() {
      if (broken > 0) {
        String more = broken > problems.size() ? ", and so on: %d lines".formatted(broken) : "";
        throw new IllegalArgumentException(String.join(", ", problems) + more);
      }
      if (users.isEmpty()) {
        throw new IllegalArgumentException("it names no user");
      }
      return new Roster(users);
    }
  }
}
