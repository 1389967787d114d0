package dev.campanile.engine.backtest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
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
    return isCompressed(bytes) ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  /**
   * The same for content of strangers: a small upload may unpack to any size.
   *
   * @param most bytes; reading more fails, and so does what was compressed twice
   */
  public static InputStream within(long most, InputStream content) throws IOException {
    var bytes = new BufferedInputStream(new Bounded(of(content), most), BUFFER);
    if (isCompressed(bytes)) {
      throw new IOException("it is compressed more than once.");
    }
    return bytes;
  }

  private static boolean isCompressed(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    boolean compressed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
    bytes.reset();
    return compressed;
  }

  /** Fails once more has been read than may be. */
  private static final class Bounded extends FilterInputStream {

    private final long most;
    private long read;

    Bounded(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      read += Math.max(0, count);
      if (read > most) {
        throw new IOException("it has more than %,d bytes.".formatted(most));
      }
      return count;
    }
  }
}
