package dev.campanile.campaign.text;

import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.ParticipationRules.Mode;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.campaign.ParticipationRules.Unit;
import dev.campanile.campaign.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how often and how many times at once one user may take part. */
final class ParticipationReader {

  private static final Map<String, Mode> MODES = Scalars.words(Mode.values());
  private static final Map<String, Unit> UNITS = Scalars.words(Unit.values());
  private static final Map<String, Per> TOTALS = Map.of("all", new Per.All());

  private ParticipationReader() {}

  static Optional<ParticipationRules> participation(Part part) {
    return Fields.of(part, Shape.PARTICIPATION)
        .flatMap(
            fields -> {
              Mode mode = fields.read("mode", p -> p.word(MODES)).orElse(Mode.SERIAL);
              Optional<Integer> active = fields.read("active", p -> p.integer(1));
              Optional<Path> key = fields.read("key", p -> p.text(ParticipationReader::key));
              List<Limit> limits =
                  fields.read("limits", ParticipationReader::limits).orElse(List.of());
              ReEntry reEntry =
                  fields
                      .read("re-entry", p -> p.text(ParticipationReader::reEntry))
                      .orElse(new ReEntry.Always());
              return mode == Mode.SERIAL && active.isPresent()
                  ? part.refuse(
                      "Expected 'active' with mode parallel only, but the mode is serial.",
                      "Maybe write mode: parallel.")
                  : Optional.of(
                      new ParticipationRules(mode, optionalInt(active), key, limits, reEntry));
            });
  }

  private static OptionalInt optionalInt(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Path key(String text) {
    var cursor = new Cursor(text);
    if (!cursor.took("event.")) {
      throw cursor.expected("a property of the event such as event.orderId", "");
    }
    Path path = Words.path(cursor);
    cursor.expectEnd();
    return path;
  }

  private static ReEntry reEntry(String text) {
    return switch (text) {
      case "always" -> new ReEntry.Always();
      case "never" -> new ReEntry.Never();
      default -> new ReEntry.Waiting(Clocks.span(text));
    };
  }

  private static Optional<List<Limit>> limits(Part part) {
    List<Part> parts = part.items("limits");
    List<Limit> limits = parts.stream().flatMap(limit -> limit(limit).stream()).toList();
    return limits.size() < parts.size() ? Optional.empty() : Optional.of(limits);
  }

  private static Optional<Limit> limit(Part part) {
    return Fields.of(part, Shape.LIMIT)
        .flatMap(
            fields -> {
              Optional<Integer> count = fields.required("count").flatMap(p -> p.integer(1));
              if (fields.has("per") == fields.has("of")) {
                return part.refuse(
                    "Expected either 'per' or 'of', but got %s."
                        .formatted(fields.has("of") ? "both" : "none"),
                    "");
              }
              Optional<Per> per =
                  fields.has("per")
                      ? fields.required("per").flatMap(p -> p.text(ParticipationReader::per))
                      : fields.required("of").flatMap(p -> p.word(TOTALS));
              return count.flatMap(c -> per.map(p -> new Limit(c, p)));
            });
  }

  static Per per(String text) {
    Unit unit = UNITS.get(text);
    return unit == null ? new Per.Sliding(Clocks.span(text)) : new Per.Calendar(unit);
  }
}
