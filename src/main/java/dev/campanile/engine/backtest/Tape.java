package dev.campanile.engine.backtest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are appended to, then read from the beginning. */
final class Tape {

  private byte[] bytes = new byte[64];
  private int size;

  void write(byte one) {
    reserve(1);
    bytes[size++] = one;
  }

  /** Seven bits a byte, the sign in the lowest bit: small numbers of either sign are short. */
  void write(long number) {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      write((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    write((byte) rest);
  }

  void write(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    write((long) encoded.length);
    reserve(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  Cursor read() {
    return new Cursor();
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
    }
  }

  /** Reads what was written, in the same order. */
  final class Cursor {

    private int here;

    boolean atEnd() {
      return here == size;
    }

    byte readByte() {
      return bytes[here++];
    }

    long readNumber() {
      long number = 0;
      int shift = 0;
      byte one = readByte();
      for (; one < 0; one = readByte()) {
        number |= (one & 0x7FL) << shift;
        shift += 7;
      }
      number |= (long) one << shift;
      return (number >>> 1) ^ -(number & 1);
    }

    String readText() {
      int length = (int) readNumber();
      here += length;
      return new String(bytes, here - length, length, StandardCharsets.UTF_8);
    }
  }
}
