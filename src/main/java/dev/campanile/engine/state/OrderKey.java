package dev.campanile.engine.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an order, the same on every attempt: {@code participation:moves:ord}.
 *
 * @param moves how many moves the participation had made on the arrival that ordered
 * @param ordinal the place of the action in its node, from 0
 */
public record OrderKey(String participation, int moves, int ordinal) {

  private static final Pattern PRINTED = Pattern.compile("([^:]+):(\\d{1,9}):(\\d{1,9})");

  public static OrderKey parse(String text) {
    Matcher parts = PRINTED.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "Expected an order key such as p:1:0, but got '" + text + "'.");
    }
    return new OrderKey(
        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
  }

  @Override
  public String toString() {
    return participation + ":" + moves + ":" + ordinal;
  }
}
