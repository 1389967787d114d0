package dev.campanile.campaign.text;

import dev.campanile.campaign.Audience;
import dev.campanile.campaign.Audience.Exclusion;
import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.Trigger;
import java.util.Optional;

/** Reads who may take part, and who may not. */
final class AudienceReader {

  private final TriggerReader triggers;

  AudienceReader(TriggerReader triggers) {
    this.triggers = triggers;
  }

  Optional<Audience> audience(Part part) {
    return Fields.of(part, Shape.AUDIENCE)
        .flatMap(
            fields -> {
              if (!fields.has("where") && !fields.has("list") && !fields.has("exclude")) {
                return part.refuse(
                    "Expected 'where', 'list' or 'exclude', but got none of them.", "");
              }
              Optional<Exclusion> exclude = fields.read("exclude", this::exclusion);
              return Optional.of(new Audience(where(fields), list(fields), exclude));
            });
  }

  private Optional<Exclusion> exclusion(Part part) {
    return Fields.of(part, Shape.EXCLUSION)
        .flatMap(
            fields ->
                fields.has("where") || fields.has("list")
                    ? Optional.of(new Exclusion(where(fields), list(fields)))
                    : part.refuse("Expected 'where' or 'list', but got none of them.", ""));
  }

  private Optional<Trigger> where(Fields fields) {
    return fields.read("where", part -> triggers.trigger(part, Site.AUDIENCE));
  }

  private static Optional<String> list(Fields fields) {
    return fields.read("list", part -> part.text(AudienceReader::listFile));
  }

  private static String listFile(String text) {
    if (!FileNames.ofList(text)) {
      throw Misread.of(
          "Expected a file name such as users.csv, but got %s.".formatted(Excerpt.of(text)), "");
    }
    return text;
  }
}
