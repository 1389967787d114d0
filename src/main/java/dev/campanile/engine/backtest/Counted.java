package dev.campanile.engine.backtest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many more bytes were read. */
public final class Counted extends FilterInputStream {

  private final LongConsumer bytesRead;

  /**
   * @param bytesRead what it throws ends the reading
   */
  public Counted(InputStream in, LongConsumer bytesRead) {
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
