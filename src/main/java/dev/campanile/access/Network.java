package dev.campanile.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * From where somebody comes: an address, or the /64 of one of IPv6, all of whose 2^64 addresses a
 * single host may take.
 */
public record Network(String text) {

  /** From where is not known. */
  public static final Network UNKNOWN = new Network("?");

  private static final int PREFIX = 8;

  /** What an address can look like; proxies may tell anything. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:_-]{1,64}");

  /**
   * @param address as text, with its scope if it has one
   */
  public static Network of(String address) {
    String plain = address.split("%", 2)[0];
    if (!ADDRESS.matcher(plain).matches()) {
      return UNKNOWN;
    }
    // What holds a colon is an address or nothing: no name is looked up for it.
    return plain.indexOf(':') < 0 ? new Network(plain) : ofVersion6(plain);
  }

  private static Network ofVersion6(String address) {
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? new Network(prefix(parsed.getAddress()))
          : new Network(parsed.getHostAddress());
    } catch (UnknownHostException noAddress) {
      return UNKNOWN;
    }
  }

  private static String prefix(byte[] address) {
    var text = new StringBuilder();
    for (int i = 0; i < PREFIX; i += 2) {
      int group = (address[i] & 0xff) << 8 | address[i + 1] & 0xff;
      text.append(Integer.toHexString(group)).append(':');
    }
    return text.append(":/64").toString();
  }
}
