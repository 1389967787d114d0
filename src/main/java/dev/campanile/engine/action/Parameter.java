package dev.campanile.engine.action;

import java.util.List;

/**
 * What a channel can be told in a campaign file.
 *
 * @param choices the words that it may be; empty where it may be anything of its kind
 */
public record Parameter(String name, Kind kind, boolean required, List<String> choices) {

  /** What a parameter is made of. */
  public enum Kind {
    TEXT,
    /** The name of a coupon pool. */
    POOL,
    /** A duration such as PT10S. */
    DURATION,
    /** Texts by name. */
    TEXTS,
    /** A text, a number, a truth value, or lists and objects of them. */
    ANYTHING
  }

  public Parameter {
    choices = List.copyOf(choices);
  }

  public static Parameter required(String name, Kind kind) {
    return new Parameter(name, kind, true, List.of());
  }

  public static Parameter optional(String name, Kind kind) {
    return new Parameter(name, kind, false, List.of());
  }

  public static Parameter oneOf(String name, List<String> choices) {
    return new Parameter(name, Kind.TEXT, false, choices);
  }
}
