package dev.campanile.engine.action;

/** The values that attributes are made of, as JSON text and back. Thread-safe. */
public interface ValueCodec {

  /** Decimals are written out, without an exponent. */
  String encode(Object value);

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException where the text is not JSON, null, or holds what no store can
   *     keep
   */
  Object decode(String json);
}
