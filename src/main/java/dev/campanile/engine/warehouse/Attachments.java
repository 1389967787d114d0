package dev.campanile.engine.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files that campaigns name: lists of users, outlines of areas. Contents are immutable and stay, so
 * that a published version can be loaded for ever. Thread-safe.
 */
public interface Attachments {

  /**
   * A file without its text.
   *
   * @param hash SHA-256 of the text, in hex
   * @param characters how long the text is
   * @param keptAt when this content came to bear this name
   */
  record Attachment(String name, String hash, long characters, Instant keptAt) {}

  /**
   * Keeps a text under a name, from now on as its latest content; the same again changes nothing.
   */
  Attachment keep(String name, String text, Instant now);

  /** The latest content of a name. */
  Optional<Attachment> named(String name);

  /** The text that a name stood for at some time. */
  Optional<String> text(String name, String hash);

  /** The latest of every name, by name. */
  List<Attachment> all();
}
