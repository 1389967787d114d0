package dev.campanile.campaign;

import java.util.List;

/** A port: the language of references in texts. Thread-safe. */
public interface Templates {

  /** What reading a text comes to. */
  sealed interface Reading {

    /** It is a template; one without references where it has no braces. */
    record Understood(Template template) implements Reading {}

    /** What is wrong with it, by place. */
    record Misread(List<Flaw> flaws) implements Reading {

      public Misread {
        flaws = List.copyOf(flaws);
      }
    }
  }

  /**
   * Something in a text that is no template.
   *
   * @param offset where, in characters
   * @param message "Expected …, but …."
   * @param advice "Maybe ….", or empty
   */
  record Flaw(int offset, String message, String advice) {}

  /**
   * Reads a text. Never throws.
   *
   * @param escape what is done to values before they stand in it
   */
  Reading read(String text, Escape escape);
}
