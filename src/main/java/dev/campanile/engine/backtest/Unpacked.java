package dev.campanile.engine.backtest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Content that may be compressed with gzip: its first bytes tell. */
public final class Unpacked {

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int BUFFER = 1 << 16;

  private Unpacked() {}

  /** The content as it was before it was compressed, if it was. */
  public static InputStream of(InputStream content) throws IOException {
    var bytes = new BufferedInputStream(content, BUFFER);
    bytes.mark(2);
    boolean compressed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
    bytes.reset();
    return compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }
}
