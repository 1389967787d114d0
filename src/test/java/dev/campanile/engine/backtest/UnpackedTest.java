package dev.campanile.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackedTest {

  private static final byte[] CONTENT = "one line\n".repeat(1_000).getBytes();

  @Test
  void contentComesOutAsItWas() throws IOException {
    assertThat(within(CONTENT.length, CONTENT).readAllBytes()).isEqualTo(CONTENT);
    assertThat(within(CONTENT.length, packed(CONTENT)).readAllBytes()).isEqualTo(CONTENT);
    assertThat(within(1, new byte[0]).readAllBytes()).isEmpty();
  }

  @Test
  void moreThanMayBeIsNotUnpacked() {
    assertThatThrownBy(() -> within(CONTENT.length - 1, packed(CONTENT)).readAllBytes())
        .isInstanceOf(IOException.class)
        .hasMessage("it has more than 8,999 bytes.");
  }

  @Test
  void whatIsCompressedTwiceIsRefused() {
    assertThatThrownBy(() -> within(CONTENT.length, packed(packed(CONTENT))))
        .hasMessage("it is compressed more than once.");
  }

  private static InputStream within(long most, byte[] content) throws IOException {
    return Unpacked.within(most, new ByteArrayInputStream(content));
  }

  private static byte[] packed(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }
}
