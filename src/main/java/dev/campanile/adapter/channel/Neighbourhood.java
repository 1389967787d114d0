package dev.campanile.adapter.channel;

import java.net.InetAddress;
import java.util.List;

/** Where an address lies: {@code loopback}, {@code private} or {@code public}. */
final class Neighbourhood {

  /**
   * Beyond what {@link InetAddress} knows: shared, protocol, benchmark and reserved ranges; unique
   * local addresses; and the prefixes that carry an IPv4 address in an IPv6 one.
   *
   * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA</a>
   */
  private static final List<Range> SPECIAL =
      List.of(
          Range.of(8, 0),
          Range.of(10, 100, 64),
          Range.of(24, 192, 0, 0),
          Range.of(15, 198, 18),
          Range.of(4, 240),
          Range.of(7, 0xfc).of6(),
          Range.of(16, 0x20, 0x02).of6(),
          Range.of(32, 0x20, 0x01, 0, 0).of6(),
          Range.of(32, 0x00, 0x64, 0xff, 0x9b).of6(),
          Range.of(96).of6());

  /** The addresses whose first so many bits are those of the prefix. */
  private record Range(int bits, byte[] prefix, int length) {

    static Range of(int bits, int... first) {
      byte[] prefix = new byte[16];
      for (int i = 0; i < first.length; i++) {
        prefix[i] = (byte) first[i];
      }
      return new Range(bits, prefix, 4);
    }

    Range of6() {
      return new Range(bits, prefix, 16);
    }

    boolean holds(byte[] address) {
      if (address.length != length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private Neighbourhood() {}

  static String of(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return "loopback";
    }
    boolean special =
        address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress()
            || SPECIAL.stream().anyMatch(range -> range.holds(address.getAddress()));
    return special ? "private" : "public";
  }
}
