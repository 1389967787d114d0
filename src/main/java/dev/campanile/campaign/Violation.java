package dev.campanile.campaign;

/**
 * Something the author must mend, or had better look at.
 *
 * @param concern what kind of thing is wrong
 * @param place where in the file
 * @param element what it concerns, such as {@code nodes.thank.actions[0]}
 * @param message "Expected …, but …."
 * @param advice "Maybe ….", or empty
 */
public record Violation(
    Concern concern,
    Severity severity,
    Place place,
    String element,
    String message,
    String advice) {

  /** Errors keep a campaign from being published; warnings and notes do not. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** A problem of reading. */
  public static Violation error(Place place, String element, String message, String advice) {
    return new Violation(Concern.READING, Severity.ERROR, place, element, message, advice);
  }
}
