package dev.campanile.adapter.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many more bytes were read. */
final class Counted extends FilterInputStream {

  private final LongConsumer bytesRead;

  Counted(InputStream in, LongConsumer bytesRead) {
    super(in);
    this.bytesRead = bytesRead;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    bytesRead.accept(Math.max(count, 0));
    return count;
  }
}
