package dev.campanile.engine.state;

import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.Templates.Reading;
import java.util.Optional;

/** How the texts of actions are read: in which language, and what is done to values in them. */
public record Texts(Templates templates, Escape.Rules escapes) {

  /**
   * The template that a text is; empty where it holds nothing to fill in, or was published before
   * the language knew it for broken: then it stays as it stands.
   */
  Optional<Template> template(String kind, Path parameter, String text) {
    if (text.indexOf('{') < 0) {
      return Optional.empty();
    }
    return templates.read(text, escapes.of(kind, parameter))
            instanceof Reading.Understood(var template)
        ? Optional.of(template)
        : Optional.empty();
  }
}
