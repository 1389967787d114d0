package dev.campanile.campaign.text;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.scenario.Answer;
import dev.campanile.campaign.scenario.Given;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.Time;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a scenario begins with, and what actions answer. */
final class GivenReader {

  private static final Pattern WITH_OFFSET = Pattern.compile(".*T.*(Z|[-+][0-9]{2}:[0-9]{2})");
  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "succeeds", new Answer.Succeeds(Optional.empty()),
          "fails", new Answer.Fails(Attributes.NONE),
          "waits", new Answer.Waits());

  private GivenReader() {}

  static Optional<Given> given(Part part) {
    return Fields.of(part, ScenarioShape.GIVEN)
        .map(
            fields ->
                new Given(
                    fields.read("user", GivenReader::user),
                    fields.read("profile", GivenReader::attributes).orElse(Attributes.NONE),
                    fields.read("at", GivenReader::at),
                    fields.read("actions", GivenReader::answers).orElse(Map.of()),
                    fields.read("lists", GivenReader::lists)));
  }

  static Optional<Attributes> attributes(Part part) {
    return Fields.free(part).map(fields -> AttributesReader.attributes(fields.all()));
  }

  /** A time on the user's clock, or one with an offset. */
  static Optional<Time> at(Part part) {
    return part.text(
        text ->
            WITH_OFFSET.matcher(text).matches()
                ? new Time.Exact(part.tree().place(), exact(text).toInstant())
                : new Time.Local(part.tree().place(), Clocks.dateTime(text)));
  }

  /** What becomes of orders, by the names of their actions. */
  static Optional<Map<Mention, Answer>> answers(Part part) {
    return part.tree() instanceof Tree.Mapping mapping
        ? Fields.free(part).map(fields -> answers(mapping, fields))
        : part.unexpected("a mapping of actions", "Maybe write {push: fails}.");
  }

  private static Map<Mention, Answer> answers(Tree.Mapping mapping, Fields fields) {
    Map<Mention, Answer> answers = new LinkedHashMap<>();
    for (Tree.Member member : mapping.members()) {
      fields
          .read(member.key(), GivenReader::answer)
          .ifPresent(answer -> answers.put(new Mention(member.key(), member.place()), answer));
    }
    return answers;
  }

  private static Optional<Answer> answer(Part part) {
    if (part.tree() instanceof Tree.Scalar) {
      return part.word(ANSWERS);
    }
    return Fields.of(part, ScenarioShape.ANSWER).flatMap(fields -> answer(part, fields));
  }

  private static Optional<Answer> answer(Part part, Fields fields) {
    if (fields.all().size() != 1) {
      return part.refuse(
          "Expected one of 'succeeds' and 'fails', but got %d of them."
              .formatted(fields.all().size()),
          "");
    }
    return fields
        .<Answer>read(
            "succeeds",
            result -> attributes(result).map(found -> new Answer.Succeeds(Optional.of(found))))
        .or(() -> fields.read("fails", result -> attributes(result).map(Answer.Fails::new)));
  }

  private static Optional<List<Mention>> lists(Part part) {
    return Optional.of(part.items("lists").stream().flatMap(item -> list(item).stream()).toList());
  }

  private static Optional<Mention> list(Part part) {
    return part.text(
        name -> {
          if (!FileNames.ofList(name)) {
            throw Misread.of(
                "Expected the file of a list such as vip.csv, but got %s."
                    .formatted(Excerpt.of(name)),
                "");
          }
          return new Mention(name, part.tree().place());
        });
  }

  private static Optional<UserId> user(Part part) {
    return part.text(
        text -> {
          try {
            return new UserId(text);
          } catch (IllegalArgumentException unusable) {
            throw Misread.of(String.valueOf(unusable.getMessage()), "");
          }
        });
  }

  private static OffsetDateTime exact(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException noSuchTime) {
      throw Misread.of(
          "Expected a time such as 2026-12-24T09:00 or 2026-12-24T09:00+08:00, but got %s."
              .formatted(Excerpt.of(text)),
          "");
    }
  }
}
