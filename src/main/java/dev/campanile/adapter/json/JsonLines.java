package dev.campanile.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.engine.backtest.Unpacked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of one JSON value per line, compressed with gzip or not: its first bytes tell. */
final class JsonLines {

  /** After this many problems the rest of the file is not looked at. */
  static final int MOST_PROBLEMS = 20;

  private static final int BUFFER = 1 << 16;

  /** Takes the value of one line. */
  @FunctionalInterface
  interface Taker {

    /**
     * @throws RuntimeException where the value is not what it should be
     */
    void take(JsonNode line);
  }

  private final String name;
  private final InputStream content;

  /**
   * @param name what problems call it
   */
  JsonLines(String name, InputStream content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Reads all lines; answers the problems, each as {@code file:line: message}. Empty lines are
   * skipped.
   */
  List<String> read(Taker taker) throws IOException {
    List<String> problems = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Unpacked.of(content), StandardCharsets.UTF_8), BUFFER)) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        String problem = line.isBlank() ? "" : problem(line, taker);
        if (!problem.isEmpty()) {
          problems.add("%s:%d: %s".formatted(name, number, problem));
        }
        if (problems.size() == MOST_PROBLEMS) {
          return problems;
        }
      }
    }
    return problems;
  }

  private static String problem(String line, Taker taker) throws IOException {
    try {
      taker.take(Json.read(line));
      return "";
    } catch (JsonProcessingException broken) {
      return "Expected JSON, but at column %d: %s."
          .formatted(broken.getLocation().getColumnNr(), broken.getOriginalMessage());
    } catch (DateTimeParseException noInstant) {
      return "Expected an instant such as 2026-12-01T09:00:00Z, but got '%s'."
          .formatted(noInstant.getParsedString());
    } catch (IllegalArgumentException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }
}
