package dev.campanile.adapter.qute;

import dev.campanile.campaign.Escape;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ResultMapper;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How values stand in a text: numbers in plain digits, lists as their members, what has no text as
 * nothing; then escaped.
 */
record Escapes(Escape escape) implements ResultMapper {

  /** No value longer than this is ever written, so that none is escaped in vain. */
  static final int LONGEST = 64 * 1024;

  // 1E+999999999 is nine digits and a gigabyte.
  private static final int MOST_ZEROS = 1_000;

  private static final HtmlEscaper HTML = new HtmlEscaper(List.of());

  @Override
  public String map(Object result, @Nullable Expression expression) {
    String text = plain(result);
    return text.length() > LONGEST ? "" : escaped(text);
  }

  String escaped(String text) {
    return switch (escape) {
      case NONE -> text;
      case LINE -> line(text);
      case HTML -> HTML.map(text, null);
      case PERCENT -> percent(text);
    };
  }

  static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case BigDecimal number -> tooLong(number) ? number.toString() : number.toPlainString();
      case List<?> list -> joined(list, ", ");
      case Boolean bool -> bool.toString();
      case Integer number -> number.toString();
      default -> "";
    };
  }

  /** The texts, numbers and truth values of a list; what nests deeper has no text. */
  static String joined(List<?> list, String separator) {
    var text = new StringBuilder();
    for (Object member : list) {
      String part = member instanceof List ? "" : plain(member);
      text.append(text.isEmpty() || part.isEmpty() ? "" : separator).append(part);
      if (text.length() > LONGEST) {
        return "";
      }
    }
    return text.toString();
  }

  /** Whether a text or number has more digits or letters than are ever written. */
  static boolean tooLong(Object value) {
    return switch (value) {
      case String text -> text.length() > LONGEST;
      case BigDecimal number -> Math.abs(number.scale()) > MOST_ZEROS;
      default -> false;
    };
  }

  /** As RFC 3986 has it: a form's plus sign would be a plus in a path. */
  static String percent(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String line(String text) {
    return text.chars().noneMatch(Escapes::breaks)
        ? text
        : text.chars()
            .mapToObj(c -> breaks(c) ? " " : Character.toString((char) c))
            .collect(Collectors.joining());
  }

  private static boolean breaks(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
