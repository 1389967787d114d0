package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Operand.Reference;
import dev.campanile.campaign.Path;
import dev.campanile.engine.rule.References;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the references in an action's parameters.
 *
 * <p>A text that is one reference and nothing else becomes the value itself, with its type; a
 * reference without a value becomes nothing. Braces that hold no reference stay as they are. What
 * is filled in is never read again.
 */
final class Rendering {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{([A-Za-z0-9][A-Za-z0-9_-]*)\\.([^{}.\\s]+(?:\\.[^{}.\\s]+)*)}");

  private final References references;

  Rendering(References references) {
    this.references = references;
  }

  Attributes of(Attributes parameters) {
    return new Attributes(map(parameters.values()));
  }

  private Map<String, Object> map(Map<?, ?> raw) {
    Map<String, Object> filled = new LinkedHashMap<>();
    raw.forEach((key, value) -> filled.put(key.toString(), value(value)));
    return filled;
  }

  private Object value(Object raw) {
    return switch (raw) {
      case String text -> text(text);
      case Map<?, ?> map -> map(map);
      case List<?> list -> list.stream().map(this::value).toList();
      default -> raw;
    };
  }

  private Object text(String text) {
    Matcher whole = REFERENCE.matcher(text);
    return whole.matches()
        ? lookUp(whole).orElse("")
        : REFERENCE.matcher(text).replaceAll(this::quoted);
  }

  private String quoted(MatchResult reference) {
    return Matcher.quoteReplacement(lookUp(reference).map(Rendering::plain).orElse(""));
  }

  private Optional<Object> lookUp(MatchResult reference) {
    return references.lookUp(new Reference(reference.group(1), Path.of(reference.group(2))));
  }

  static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
