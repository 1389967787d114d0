package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.References;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the references in an action's parameters.
 *
 * <p>A text that is one reference and nothing else becomes the value itself, with its type; a
 * reference without a value becomes nothing. Braces that hold no reference stay as they are. What
 * is filled in is never read again. Within a parameter named {@code url} it is percent-encoded: no
 * value of an event may change which address is called. {@code {user.id}} is the user's id unless
 * the profile has an attribute of this name.
 */
final class Rendering {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{([A-Za-z0-9][A-Za-z0-9_-]*)\\.([^{}.\\s]+(?:\\.[^{}.\\s]+)*)}");

  private static final String URL = "url";
  private static final Reference USER_ID = new Reference("user", Path.of("id"));

  private final References references;
  private final UserId user;

  Rendering(References references, UserId user) {
    this.references = references;
    this.user = user;
  }

  Attributes of(Attributes parameters) {
    return new Attributes(map(parameters.values()));
  }

  private Map<String, Object> map(Map<?, ?> raw) {
    Map<String, Object> filled = new LinkedHashMap<>();
    raw.forEach((key, value) -> filled.put(key.toString(), value(value, filling(key))));
    return filled;
  }

  private static UnaryOperator<String> filling(Object name) {
    return name.equals(URL) ? Rendering::percentEncoded : UnaryOperator.identity();
  }

  private Object value(Object raw, UnaryOperator<String> filling) {
    return switch (raw) {
      case String text -> text(text, filling);
      case Map<?, ?> map -> map(map);
      case List<?> list -> list.stream().map(element -> value(element, filling)).toList();
      default -> raw;
    };
  }

  private Object text(String text, UnaryOperator<String> filling) {
    Matcher whole = REFERENCE.matcher(text);
    return whole.matches()
        ? lookUp(whole).orElse("")
        : REFERENCE.matcher(text).replaceAll(reference -> quoted(reference, filling));
  }

  private String quoted(MatchResult reference, UnaryOperator<String> filling) {
    String value = lookUp(reference).map(Rendering::plain).orElse("");
    return Matcher.quoteReplacement(filling.apply(value));
  }

  private Optional<Object> lookUp(MatchResult match) {
    var reference = new Reference(match.group(1), Path.of(match.group(2)));
    return references
        .lookUp(reference)
        .or(() -> reference.equals(USER_ID) ? Optional.of(user.text()) : Optional.empty());
  }

  /** As RFC 3986 has it: a form's plus sign would be a plus in a path. */
  private static String percentEncoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
