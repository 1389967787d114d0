package dev.campanile.adapter.cronutils;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.campanile.campaign.Timetable;
import dev.campanile.campaign.Timetables;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Timetables as cron has them.
 *
 * <p>The library is asked in UTC, where every local time occurs once: what clock changes make of a
 * time is decided where its zone is known.
 */
public final class CronUtilsTimetables implements Timetables {

  /** The library takes SUN for 7, also where a week begins with it. */
  private static final Pattern FROM_SUNDAY = Pattern.compile("\\bSUN-");

  private static final String ALTERNATIVES = "|";

  /** Of the sentence: what quotes the message ends it. */
  private static final Pattern END = Pattern.compile("[\\s.:]+$");

  private final CronParser parser =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  @Override
  public Timetable read(String expression) {
    if (expression.contains(ALTERNATIVES)) {
      throw new IllegalArgumentException("alternatives are no part of the five-field form");
    }
    try {
      String understood = FROM_SUNDAY.matcher(expression).replaceAll("0-");
      ExecutionTime times = ExecutionTime.forCron(parser.parse(understood));
      return new Timetable(expression, local -> next(times, local));
    } catch (IllegalArgumentException refused) {
      throw new IllegalArgumentException(reason(refused), refused);
    }
  }

  private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  /** The innermost message: those around it say no more than that something failed. */
  private static String reason(Throwable refused) {
    Throwable innermost = refused;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = END.matcher(String.valueOf(innermost.getMessage()).strip()).replaceAll("");
    return message.isEmpty()
        ? "it does not read"
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
