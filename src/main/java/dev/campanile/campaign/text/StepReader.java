package dev.campanile.campaign.text;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Step;
import dev.campanile.campaign.scenario.Step.Deed;
import dev.campanile.campaign.scenario.Time;
import java.util.List;
import java.util.Optional;

/** Reads the steps of a scenario. */
final class StepReader {

  private static final List<String> DEEDS = List.of("event", "profile", "settle", "actions");

  private static final int MOST_TIMES = 10_000;

  private StepReader() {}

  static Optional<Step> step(Part part) {
    return Fields.of(part, ScenarioShape.STEP)
        .map(
            fields -> {
              check(part, fields);
              return new Step(
                  part.tree().place(),
                  time(fields),
                  deed(fields),
                  fields.read("then", ExpectationReader::expectation));
            });
  }

  private static void check(Part part, Fields fields) {
    if (fields.all().isEmpty()) {
      part.refuse("Expected a step with some key, but it is empty.", "");
    }
    alone(fields, List.of("at", "after"));
    alone(fields, DEEDS);
    for (String ofEvent : List.of("with", "id", "times")) {
      if (!fields.has("event")) {
        fields
            .optional(ofEvent)
            .ifPresent(
                stray ->
                    stray.refuse(
                        "Expected '%s' beside 'event', but there is no 'event'.".formatted(ofEvent),
                        ""));
      }
    }
  }

  /** Refuses the second and further ones of keys that exclude each other. */
  private static void alone(Fields fields, List<String> keys) {
    List<String> there = keys.stream().filter(fields::has).toList();
    for (String key : there.subList(Math.min(1, there.size()), there.size())) {
      fields
          .optional(key)
          .ifPresent(
              part ->
                  part.refuse(
                      "Expected one of %s in a step, but got '%s' and '%s'."
                          .formatted(Scalars.oneOf(keys), there.getFirst(), key),
                      "Maybe make two steps of it."));
    }
  }

  private static Optional<Time> time(Fields fields) {
    return fields
        .read("at", GivenReader::at)
        .or(
            () ->
                fields.read(
                    "after",
                    part -> part.span().map(span -> new Time.After(part.tree().place(), span))));
  }

  private static Optional<Deed> deed(Fields fields) {
    return fields
        .read("event", part -> happening(part, fields))
        .or(() -> fields.read("profile", StepReader::profile))
        .or(() -> fields.read("settle", StepReader::settling))
        .or(() -> fields.read("actions", StepReader::answering));
  }

  private static Optional<Deed> happening(Part part, Fields fields) {
    Optional<String> id = fields.read("id", StepReader::id);
    int times = fields.read("times", StepReader::times).orElse(1);
    Attributes with = fields.read("with", GivenReader::attributes).orElse(Attributes.NONE);
    return part.text(StepReader::type).map(type -> new Deed.Happening(type, with, id, times));
  }

  private static Optional<Integer> times(Part part) {
    return part.integer(1)
        .filter(
            times ->
                times <= MOST_TIMES
                    || part.unexpected("at most %d times".formatted(MOST_TIMES), "").isPresent());
  }

  private static Optional<Deed> profile(Part part) {
    return Fields.free(part)
        .map(fields -> new Deed.Profile(AttributesReader.withNothing(fields.all())));
  }

  private static Optional<Deed> answering(Part part) {
    return GivenReader.answers(part).map(Deed.Answering::new);
  }

  private static Optional<Deed> settling(Part part) {
    return GivenReader.answers(part)
        .map(
            answers -> {
              answers.forEach((action, answer) -> refuseWaiting(part, action, answer));
              return new Deed.Settling(answers);
            });
  }

  private static void refuseWaiting(Part part, Mention action, Answer answer) {
    if (answer instanceof Answer.Waits) {
      part.refuse(
          action.place(),
          "Expected 'succeeds' or 'fails' for what settles, but got 'waits'.",
          "Maybe use 'actions' to let later orders wait.");
    }
  }

  private static String type(String text) {
    if (!Words.typeAllowed(text)) {
      throw Misread.of(
          "Expected an event type of at most 256 characters, but got %s."
              .formatted(Excerpt.of(text)),
          "");
    }
    return text;
  }

  private static Optional<String> id(Part part) {
    return part.text(
        text -> {
          if (text.isBlank() || text.length() > EventId.LONGEST) {
            throw Misread.of(
                "Expected an event id of 1 to %d characters, but got %s."
                    .formatted(EventId.LONGEST, Excerpt.of(text)),
                "");
          }
          return text;
        });
  }
}
