package dev.campanile.cli;

import java.util.Locale;

/** How a service is to answer. */
enum Told {
  TEXT(Server.TEXT),
  JSON(Server.JSON);

  private final String type;

  Told(String type) {
    this.type = type;
  }

  /** The media type to ask for. */
  String type() {
    return type;
  }

  /** As options name it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
