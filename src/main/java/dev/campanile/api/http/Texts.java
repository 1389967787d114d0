package dev.campanile.api.http;

import dev.campanile.campaign.text.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What every text that is kept must be: storable, and a name must be readable too. */
public final class Texts {

  private static final int SHOWN = 60;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Texts() {}

  /** Why a text cannot be stored as it is. */
  public static Optional<String> flaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == 0) {
        return Optional.of("Expected text, but it holds a NUL character.");
      }
      if (Character.isSurrogate(here)) {
        int codePoint = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
          return Optional.of("Expected Unicode text, but it holds half a character.");
        }
        i++;
      }
    }
    return Optional.empty();
  }

  /** Why a text cannot be a name: a user, an id, a type. */
  public static Optional<String> flawOfName(String text, int longest) {
    if (text.isBlank()) {
      return Optional.of("Expected a text, but it is blank.");
    }
    if (text.length() > longest) {
      return Optional.of(
          "Expected at most %d characters, but got %d.".formatted(longest, text.length()));
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? Optional.of("Expected a name, but it holds a control character.")
        : flaw(text);
  }

  /**
   * An instant that can be stored.
   *
   * @throws DateTimeException where it is none, or lies in another era
   */
  public static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new DateTimeException("Expected an instant of these millennia, but got another.");
    }
    return instant;
  }

  /** The beginning of a text, fit to be shown in a message. */
  public static String excerpt(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return Excerpt.cut(clean, SHOWN);
  }
}
