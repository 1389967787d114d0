package dev.campanile.adapter.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.backtest.LogReading;
import dev.campanile.engine.backtest.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Logs as CSV (RFC 4180) with a header: {@code id,type,user,time}, perhaps {@code source}, and a
 * column for each property. What looks like a number or a truth value is one, an empty field is no
 * property. Thread-safe.
 */
public final class CsvLogs implements LogReading {

  private static final Set<String> NEEDED = Set.of("id", "type", "user", "time");
  private static final String SOURCE = "source";
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");
  private static final int MOST_PROBLEMS = 20;

  @Override
  public List<String> read(String name, InputStream content, Consumer<Event> into)
      throws IOException {
    List<String> problems = new ArrayList<>();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(Unpacked.of(content), StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : rows) {
        problem(row, into)
            .forEach(text -> problems.add(line(name, row.getStartingLineNumber(), text)));
        if (problems.size() >= MOST_PROBLEMS) {
          return problems;
        }
      }
    } catch (CsvParseException malformed) {
      problems.add("%s: Expected CSV, but: %s".formatted(name, malformed.getMessage()));
    }
    return problems;
  }

  private static List<String> problem(NamedCsvRecord row, Consumer<Event> into) {
    if (!row.getHeader().containsAll(NEEDED)) {
      return List.of("Expected the columns id, type, user and time, but got " + row.getHeader());
    }
    try {
      into.accept(event(row));
      return List.of();
    } catch (DateTimeException noInstant) {
      return List.of(
          "Expected an instant such as 2026-12-01T09:00:00Z, but got '%s'."
              .formatted(row.getField("time")));
    } catch (IllegalArgumentException wrong) {
      return List.of(String.valueOf(wrong.getMessage()));
    }
  }

  private static Event event(NamedCsvRecord row) {
    Map<String, Object> properties = new LinkedHashMap<>();
    row.getFieldsAsMap()
        .forEach(
            (column, text) -> {
              if (!NEEDED.contains(column) && !column.equals(SOURCE) && !text.isEmpty()) {
                properties.put(column, value(text));
              }
            });
    return new Event(
        new EventId(row.findField(SOURCE).orElse(""), row.getField("id")),
        row.getField("type"),
        new UserId(row.getField("user")),
        Instant.parse(row.getField("time")),
        new Attributes(properties));
  }

  private static Object value(String text) {
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> text;
    };
  }

  private static String line(String name, long number, String problem) {
    return "%s:%d: %s".formatted(name, number, problem);
  }
}
