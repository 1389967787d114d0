package dev.campanile.campaign;

import java.util.List;

/** A YAML or JSON text before it means anything: each part knows its place. */
public sealed interface Tree {

  Place place();

  /** A mapping in the order written; keys may repeat (the reader reports it). */
  record Mapping(Place place, List<Member> members) implements Tree {

    public Mapping {
      members = List.copyOf(members);
    }
  }

  /** One key of a mapping, with its own place. */
  record Member(Place place, String key, Tree value) {}

  record Sequence(Place place, List<Tree> items) implements Tree {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A scalar: its text as it would be read, and the value by the YAML core schema ({@code null}, a truth value, a
   * decimal, or the text itself).
   *
   * @param quoted written in quotes, hence always text
   * @param inner where the text begins (after the opening quote), so that a column inside can be told
   */
  record Scalar(Place place, Place inner, String text, boolean quoted) implements Tree {}
}
