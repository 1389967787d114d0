package dev.campanile.campaign.text;

import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.UserDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the dates of users that entries wait for. */
final class DateReader {

  /** What only dates have. */
  static final List<String> KEYS = List.of("repeat", "before", "after", "time", "zone");

  private static final Map<String, Boolean> REPEATS = Map.of("yearly", true, "once", false);

  private DateReader() {}

  static Optional<UserDate> date(Part part, Fields fields) {
    Optional<Path> path = fields.read("date", p -> p.text(DateReader::attribute));
    boolean yearly = fields.read("repeat", p -> p.word(REPEATS)).orElse(false);
    Optional<Period> before = fields.read("before", p -> p.text(DateReader::days));
    Optional<Period> after = fields.read("after", p -> p.text(DateReader::days));
    Optional<LocalTime> time = fields.read("time", p -> p.text(Clocks::time));
    Optional<ClockOf> clock = fields.read("zone", p -> p.word(ObjectForms.ZONES));
    if (fields.has("before") && fields.has("after")) {
      return part.refuse("Expected either 'before' or 'after', but got both.", "");
    }
    if (fields.has("rate")) {
      return part.refuse(
          "Expected no 'rate' with 'date', but got one: each user has a date of their own.",
          "Maybe leave it out.");
    }
    return path.map(
        p ->
            new UserDate(
                p,
                yearly,
                before.map(Period::negated).or(() -> after).orElse(Period.ZERO),
                time.orElse(LocalTime.MIDNIGHT),
                clock.orElse(ClockOf.USER)));
  }

  private static Path attribute(String text) {
    var cursor = new Cursor(text);
    if (!cursor.took("user.")) {
      throw cursor.expected("an attribute of the user such as user.birthday", "");
    }
    Path path = Words.path(cursor);
    cursor.expectEnd();
    return path;
  }

  private static Period days(String text) {
    Span span = Clocks.span(text);
    if (!span.time().isZero()) {
      throw Misread.of(
          "Expected days, weeks, months or years such as P7D, but got %s."
              .formatted(Excerpt.of(text)),
          "Maybe use 'time' for the time of the day.");
    }
    return span.date();
  }
}
