package dev.campanile.campaign;

/**
 * What is done to a value before it stands in the text of an action, so that no value can be more
 * than a value there.
 */
public enum Escape {
  /** Nothing: a plain text, or a part of a structure that is written out later. */
  NONE,
  /** One line: control characters, line breaks among them, become spaces. */
  LINE,
  /** HTML, as content or within a quoted attribute. */
  HTML,
  /** Percent-encoding as of RFC 3986, for a part of a URL. */
  PERCENT;

  private static final String HTML_NAME = "html";
  private static final String URL_NAME = "url";

  /** What the name of a parameter says, whatever the channel. */
  public static Escape usual(Path parameter) {
    return switch (parameter.segments().getLast()) {
      case HTML_NAME -> HTML;
      case URL_NAME -> PERCENT;
      default -> NONE;
    };
  }

  /** Which parameters of which kind of action need what. Thread-safe. */
  @FunctionalInterface
  public interface Rules {

    /**
     * @param kind the kind of an action, known or not
     * @param parameter the path to a text among its parameters; members of lists are not told apart
     */
    Escape of(String kind, Path parameter);
  }
}
