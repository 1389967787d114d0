package dev.campanile.campaign;

/** Whom events and participations belong to: any non-blank text of at most 256 characters. */
public record UserId(String text) implements Comparable<UserId> {

  public static final int LONGEST = 256;

  public UserId {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Expected a user of 1 to %d characters, but got %d.".formatted(LONGEST, text.length()));
    }
  }

  @Override
  public int compareTo(UserId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
