package dev.campanile.campaign;

import java.util.List;

/** A way into nested attributes, written {@code a.b.c}. */
public record Path(List<String> segments) {

  public Path {
    segments = List.copyOf(segments);
    if (segments.isEmpty() || segments.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "Expected a path such as a.b.c, but a part of it is empty.");
    }
  }

  public static Path of(String text) {
    return new Path(List.of(text.split("\\.", -1)));
  }

  @Override
  public String toString() {
    return String.join(".", segments);
  }
}
