package dev.campanile.campaign.text;

import java.util.List;
import java.util.Locale;

/** Checks the five-field form of cron: minute, hour, day of the month, month, day of the week. */
final class CronFields {

  /** One field: its range, and the words that stand for numbers from the first on. */
  private record Field(String name, int first, int last, List<String> words) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of the month", 1, 31, List.of()),
          new Field(
              "month",
              1,
              12,
              List.of(
                  "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                  "DEC")),
          new Field(
              "day of the week", 0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")));

  private CronFields() {}

  /** The expression with single spaces and capital words. */
  static String canonical(String text) {
    String[] parts = text.strip().toUpperCase(Locale.ROOT).split("[ \t]+", -1);
    if (parts.length != FIELDS.size()) {
      throw Misread.of(
          "Expected the five fields of cron such as '0 9 * * MON', but got %s."
              .formatted(Excerpt.of(text)),
          "");
    }
    for (int i = 0; i < parts.length; i++) {
      check(FIELDS.get(i), parts[i]);
    }
    return String.join(" ", parts);
  }

  private static void check(Field field, String list) {
    for (String part : list.split(",", -1)) {
      if (!valid(field, part)) {
        throw Misread.of(
            "Expected the cron field '%s' to be within %d-%d, but got %s."
                .formatted(field.name(), field.first(), field.last(), Excerpt.of(list)),
            "");
      }
    }
  }

  private static boolean valid(Field field, String part) {
    String[] stepped = part.split("/", -1);
    boolean step =
        stepped.length == 1 || (stepped.length == 2 && number(stepped[1], 1, field.last()) >= 0);
    return step && validRange(field, stepped[0]);
  }

  private static boolean validRange(Field field, String range) {
    if (range.equals("*")) {
      return true;
    }
    String[] ends = range.split("-", -1);
    int first = value(field, ends[0]);
    int last = value(field, ends[ends.length - 1]);
    return ends.length <= 2 && first >= 0 && first <= last;
  }

  private static int value(Field field, String text) {
    int word = field.words().indexOf(text);
    return word >= 0 ? field.first() + word : number(text, field.first(), field.last());
  }

  private static int number(String text, int first, int last) {
    if (!text.matches("[0-9]{1,2}")) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number >= first && number <= last ? number : -1;
  }
}
