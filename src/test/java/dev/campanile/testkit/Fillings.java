package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Template;
import dev.campanile.campaign.Templates.Flaw;
import dev.campanile.campaign.Templates.Reading;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates in tests: what they come to where only an event is known, in Berlin. */
public record Fillings(Attributes event) implements Template.Known {

  public static Fillings of(Map<String, Object> event) {
    return new Fillings(new Attributes(event));
  }

  @Override
  public Optional<Object> value(String scope, String name) {
    return scope.equals("event") ? event.at(new Path(List.of(name))) : Optional.empty();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Berlin");
  }

  public Object fill(String text) {
    return fill(text, Escape.NONE);
  }

  public Object fill(String text, Escape escape) {
    return template(text, escape).fill(this);
  }

  /** The template of a text that must be right. */
  public Template template(String text, Escape escape) {
    return switch (Languages.templates().read(text, escape)) {
      case Reading.Understood understood -> understood.template();
      case Reading.Misread misread -> throw new AssertionError(misread.flaws().toString());
    };
  }

  /** What is wrong with a text; nothing where it is right. */
  public List<Flaw> flaws(String text) {
    return switch (Languages.templates().read(text, Escape.NONE)) {
      case Reading.Understood understood -> List.of();
      case Reading.Misread misread -> misread.flaws();
    };
  }
}
