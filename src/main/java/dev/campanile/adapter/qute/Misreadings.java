package dev.campanile.adapter.qute;

import dev.campanile.campaign.Templates.Flaw;
import dev.campanile.campaign.text.Excerpt;
import io.quarkus.qute.ParserError;
import io.quarkus.qute.TemplateException;
import java.util.Map;

/** What Qute's parser refuses, in the words of this product. */
final class Misreadings {

  private Misreadings() {}

  static Flaw of(TemplateException broken, int offset) {
    Map<String, Object> said = broken.getArguments() == null ? Map.of() : broken.getArguments();
    if (said.get(Sections.PROBLEM) instanceof String problem) {
      return new Flaw(offset, problem, "");
    }
    return broken.getCode() instanceof ParserError error
        ? of(error, said, offset)
        : new Flaw(offset, "Expected a template, but this cannot be read.", Tags.BRACE);
  }

  private static Flaw of(ParserError error, Map<String, Object> said, int offset) {
    return switch (error) {
      case NO_SECTION_HELPER_FOUND, NO_SECTION_NAME ->
          new Flaw(
              offset,
              "Expected a section of if, for, each, but got %s.".formatted(quoted(said.get("tag"))),
              Tags.BRACE);
      case SECTION_END_DOES_NOT_MATCH_START ->
          new Flaw(
              offset,
              "Expected {/%s}, but got {/%s}.".formatted(said.get("tag"), said.get("name")),
              "");
      case SECTION_BLOCK_END_DOES_NOT_MATCH_START ->
          new Flaw(
              offset,
              "Expected {/%s}, but got {/%s}.".formatted(said.get("tagName"), said.get("name")),
              "");
      default ->
          new Flaw(
              offset,
              "Expected a reference such as {user.name}, but got something else.",
              Tags.BRACE);
    };
  }

  private static String quoted(Object tag) {
    return Excerpt.of(String.valueOf(tag));
  }
}
