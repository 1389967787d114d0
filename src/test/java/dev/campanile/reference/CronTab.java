package dev.campanile.reference;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * "cron is the five-field form": the local minutes that an expression names, found by trying each.
 *
 * <p>Where days of the month and of the week are both restricted, one of them is enough.
 */
final class CronTab {

  private static final String MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";
  private static final String WEEKDAYS = "SUN MON TUE WED THU FRI SAT";
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private final Set<Integer> minutes;
  private final Set<Integer> hours;
  private final Set<Integer> days;
  private final Set<Integer> months;
  private final Set<Integer> weekdays;
  private final boolean bothRestricted;
  private final Map<LocalDate, List<LocalDateTime>> tried = new HashMap<>();

  CronTab(String expression) {
    String[] fields = expression.strip().split("\\s+");
    minutes = field(fields[0], 0, 59, List.of());
    hours = field(fields[1], 0, 23, List.of());
    days = field(fields[2], 1, 31, List.of());
    months = field(fields[3], 1, 12, List.of(MONTHS.split(" ")));
    weekdays = field(fields[4], 0, 7, List.of(WEEKDAYS.split(" ")));
    bothRestricted = !fields[2].equals("*") && !fields[4].equals("*");
  }

  /** The minutes of a day that it names, in order. */
  List<LocalDateTime> of(LocalDate day) {
    return tried.computeIfAbsent(
        day,
        date ->
            IntStream.range(0, MINUTES_OF_A_DAY)
                .mapToObj(minute -> date.atTime(LocalTime.MIN.plusMinutes(minute)))
                .filter(this::names)
                .toList());
  }

  private boolean names(LocalDateTime time) {
    return minutes.contains(time.getMinute())
        && hours.contains(time.getHour())
        && months.contains(time.getMonthValue())
        && namesDay(time.toLocalDate());
  }

  private boolean namesDay(LocalDate day) {
    boolean ofMonth = days.contains(day.getDayOfMonth());
    int number = day.getDayOfWeek().getValue();
    boolean ofWeek = weekdays.contains(number) || number == 7 && weekdays.contains(0);
    return bothRestricted ? ofMonth || ofWeek : ofMonth && ofWeek;
  }

  private static Set<Integer> field(String text, int first, int last, List<String> words) {
    Set<Integer> values = new HashSet<>();
    for (String part : text.split(",")) {
      String[] stepped = part.split("/");
      int step = stepped.length == 1 ? 1 : Integer.parseInt(stepped[1]);
      String[] ends =
          stepped[0].equals("*") ? new String[] {first + "", last + ""} : stepped[0].split("-");
      int from = value(ends[0], first, words);
      boolean single = ends.length == 1 && stepped.length == 1;
      int to = ends.length == 2 ? value(ends[1], first, words) : single ? from : last;
      IntStream.rangeClosed(from, to).filter(i -> (i - from) % step == 0).forEach(values::add);
    }
    return values;
  }

  private static int value(String text, int first, List<String> words) {
    int word = words.indexOf(text);
    return word < 0 ? Integer.parseInt(text) : first + word;
  }
}
