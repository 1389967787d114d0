package dev.campanile.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Cuts a stream of lines into batches, as they are: nothing is parsed. Not thread-safe. */
final class LineBatches {

  /** Half of what the service takes at most. */
  static final int MOST_EVENTS = 5_000;

  /** A quarter of what the service takes at most; a batch may exceed it by one line. */
  private static final int ENOUGH_BYTES = 4 << 20;

  private static final int LONGEST_LINE = 8 << 20;

  /**
   * Some lines of the file.
   *
   * @param firstLine the number of the first one, from 1
   * @param events how many of the lines are not blank
   */
  record Batch(byte[] body, int firstLine, int events) {

    /** The lines before one of them, which is numbered from 1 within the batch. */
    Batch before(int line) {
      int end = 0;
      int filled = 0;
      for (int number = 1; number < line && end < body.length; number++) {
        int start = end;
        while (end < body.length && body[end] != '\n') {
          end++;
        }
        filled += blank(body, start, end) ? 0 : 1;
        end++;
      }
      return new Batch(Arrays.copyOf(body, Math.min(end, body.length)), firstLine, filled);
    }
  }

  private final InputStream lines;
  private final int mostEvents;
  private int line = 1;

  LineBatches(InputStream lines, int mostEvents) {
    this.lines = new BufferedInputStream(lines, 1 << 16);
    this.mostEvents = mostEvents;
  }

  /** Empty at the end. */
  Optional<Batch> next() throws IOException {
    var body = new ByteArrayOutputStream(1 << 16);
    int firstLine = line;
    int events = 0;
    while (events < mostEvents && body.size() < ENOUGH_BYTES) {
      byte[] text = readLine();
      if (text.length == 0) {
        break;
      }
      body.writeBytes(text);
      events += blank(text, 0, text.length) ? 0 : 1;
      line++;
    }
    return body.size() == 0
        ? Optional.empty()
        : Optional.of(new Batch(body.toByteArray(), firstLine, events));
  }

  /** The next line with its end; nothing at the end of the file. */
  private byte[] readLine() throws IOException {
    var text = new ByteArrayOutputStream(256);
    for (int next = lines.read(); next >= 0; next = lines.read()) {
      text.write(next);
      if (next == '\n') {
        break;
      }
      if (text.size() > LONGEST_LINE) {
        throw new IOException(
            "Expected lines of at most %d bytes, but line %d is longer."
                .formatted(LONGEST_LINE, line));
      }
    }
    return text.toByteArray();
  }

  private static boolean blank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r' && body[i] != '\n') {
        return false;
      }
    }
    return true;
  }
}
