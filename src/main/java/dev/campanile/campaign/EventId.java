package dev.campanile.campaign;

/**
 * What makes an event one and the same for its user: unique per user and source within seven days
 * of event time.
 */
public record EventId(String source, String id) {

  public static final int LONGEST = 256;

  public EventId {
    if (id.isBlank() || id.length() > LONGEST || source.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Expected an event id of 1 to %d characters and a source of at most as many."
              .formatted(LONGEST));
    }
  }
}
