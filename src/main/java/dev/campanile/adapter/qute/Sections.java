package dev.campanile.adapter.qute;

import io.quarkus.qute.SectionHelperFactory.BlockInfo;
import io.quarkus.qute.SectionHelperFactory.ParserDelegate;
import io.quarkus.qute.TemplateException;
import java.util.Map;

/** What sections are written with. */
final class Sections {

  /** The argument of an exception that is the whole message. */
  static final String PROBLEM = "problem";

  private Sections() {}

  /** The words of a tag after its name, with single spaces. */
  static String text(Map<String, String> parameters, ParserDelegate parser) {
    for (String key : parameters.keySet()) {
      if (!key.matches("\\d+")) {
        throw problem(
            parser,
            "Expected spaces around signs, but got '%s=%s'.".formatted(key, parameters.get(key)));
      }
    }
    return String.join(" ", parameters.values());
  }

  static TemplateException problem(ParserDelegate parser, String message) {
    TemplateException.Builder problem = parser.error("{problem}").argument(PROBLEM, message);
    return (parser instanceof BlockInfo block ? problem.origin(block.getOrigin()) : problem)
        .build();
  }
}
