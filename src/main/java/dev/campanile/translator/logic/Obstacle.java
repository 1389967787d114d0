package dev.campanile.translator.logic;

/** Why it is not known whether a formula can hold. */
public enum Obstacle {
  VALUES("a regular expression, a date, a part of a text or a value looked up"),
  KINDS("how times or places in it depend on each other"),
  COUNTS("counting the same over two times"),
  SIZE("its size");

  private final String text;

  Obstacle(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
