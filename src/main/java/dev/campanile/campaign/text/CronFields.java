package dev.campanile.campaign.text;

import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.Timetables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the five-field form of cron: minute, hour, day of the month, month, day of the week. */
final class CronFields {

  private static final List<String> NAMES =
      List.of("minute", "hour", "day of the month", "month", "day of the week");

  private final Timetables timetables;

  CronFields(Timetables timetables) {
    this.timetables = timetables;
  }

  /** The timetable of an expression, which is kept with single spaces and capital words. */
  Timetable timetable(String text) {
    String[] fields = text.strip().split("[ \t]+", -1);
    if (fields.length != NAMES.size()) {
      throw Misread.of(
          "Expected the five fields of cron such as '0 9 * * MON', but got %s."
              .formatted(Excerpt.of(text)),
          "");
    }
    for (int i = 0; i < fields.length; i++) {
      checkAlone(i, fields[i]);
    }
    return read(String.join(" ", fields).toUpperCase(Locale.ROOT));
  }

  /** Among fields that are right, so that the message can name the one which is not. */
  private void checkAlone(int index, String field) {
    String[] alone = new String[NAMES.size()];
    Arrays.fill(alone, "*");
    alone[index] = field;
    problem(String.join(" ", alone).toUpperCase(Locale.ROOT))
        .ifPresent(
            problem -> {
              throw Misread.of(
                  "Expected the field '%s' of cron, but got %s: %s."
                      .formatted(NAMES.get(index), Excerpt.of(field), problem),
                  "");
            });
  }

  private Optional<String> problem(String expression) {
    try {
      timetables.read(expression);
      return Optional.empty();
    } catch (IllegalArgumentException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private Timetable read(String expression) {
    try {
      return timetables.read(expression);
    } catch (IllegalArgumentException refused) {
      throw Misread.of(
          "Expected a cron expression, but got %s: %s."
              .formatted(Excerpt.of(expression), String.valueOf(refused.getMessage())),
          "");
    }
  }
}
