package dev.campanile.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.api.http.Json;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event: {@code id}, {@code type} and {@code user}; {@code time}, {@code source} and
 * {@code properties} where they are given. What it does not know it refuses: a misspelt key would
 * lose data silently.
 */
public final class EventParser {

  static final int LONGEST_TYPE = 128;
  static final String DEFAULT_SOURCE = "api";
  public static final Duration FUTURE = Duration.ofMinutes(5);

  private static final Map<String, Integer> NAMES =
      Map.of(
          "id", EventId.LONGEST,
          "type", LONGEST_TYPE,
          "user", UserId.LONGEST,
          "source", EventId.LONGEST);

  /** What an object holds, as far as it can be read. */
  private static final class Draft {

    final Map<String, String> names = new HashMap<>();
    final Set<String> keys = new HashSet<>();
    Optional<Instant> time = Optional.empty();
    Map<String, @Nullable Object> properties = Map.of();
    boolean dryRun;
    boolean explain;
  }

  /** An event with what is asked to be done about it. */
  record Request(Event event, boolean dryRun, boolean explain) {}

  private final Instant now;
  private final boolean decisions;

  /**
   * @param decisions whether {@code dryRun} and {@code explain} are known
   */
  EventParser(Instant now, boolean decisions) {
    this.now = now.truncatedTo(ChronoUnit.MICROS);
    this.decisions = decisions;
  }

  /** Reads the value that the parser is at, to its end; empty where it complained. */
  Optional<Request> event(JsonParser parser, Complaints complaints) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      complaints.add("", "Expected an event, that is a JSON object, but got another value.");
      return Optional.empty();
    }
    var heard = new boolean[1];
    Complaints hearing =
        (field, reason) -> {
          heard[0] = true;
          complaints.add(field, reason);
        };
    Draft draft = draft(parser, hearing);
    require(draft, hearing);
    return heard[0]
        ? Optional.empty()
        : Optional.of(new Request(event(draft), draft.dryRun, draft.explain));
  }

  private Draft draft(JsonParser parser, Complaints complaints) throws IOException {
    var draft = new Draft();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (!draft.keys.add(key)) {
        complaints.add(Texts.excerpt(key), "Expected each key once, but it is repeated.");
      }
      read(draft, key, parser, complaints);
    }
    return draft;
  }

  private void read(Draft draft, String key, JsonParser parser, Complaints complaints)
      throws IOException {
    boolean known = true;
    switch (key) {
      case "id", "type", "user", "source" -> name(draft, key, parser, complaints);
      case "time" -> draft.time = text(key, parser, complaints).flatMap(t -> time(t, complaints));
      case "properties" -> properties(draft, parser, complaints);
      case "dryRun" -> {
        known = decisions;
        draft.dryRun = known && flag(key, parser, complaints);
      }
      case "explain" -> {
        known = decisions;
        draft.explain = known && flag(key, parser, complaints);
      }
      default -> known = false;
    }
    if (!known) {
      parser.skipChildren();
      complaints.add(
          Texts.excerpt(key),
          "Expected one of id, type, user, time, source and properties, but got another key.");
    }
  }

  private void name(Draft draft, String key, JsonParser parser, Complaints complaints)
      throws IOException {
    Optional<String> text = text(key, parser, complaints);
    text.flatMap(name -> Texts.flawOfName(name, NAMES.get(key)))
        .ifPresent(flaw -> complaints.add(key, flaw));
    text.ifPresent(name -> draft.names.put(key, name));
  }

  private static Optional<String> text(String key, JsonParser parser, Complaints complaints)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return Optional.of(parser.getText());
    }
    complaints.add(
        key, "Expected a text in quotes, but got %s.".formatted(Json.kind(parser.currentToken())));
    parser.skipChildren();
    return Optional.empty();
  }

  private static void properties(Draft draft, JsonParser parser, Complaints complaints)
      throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      draft.properties = ValueParser.object(parser, "properties", complaints);
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      complaints.add(
          "properties",
          "Expected a JSON object, but got %s.".formatted(Json.kind(parser.currentToken())));
      parser.skipChildren();
    }
  }

  private static boolean flag(String key, JsonParser parser, Complaints complaints)
      throws IOException {
    if (!parser.currentToken().isBoolean()) {
      complaints.add(key, "Expected true or false, but got another value.");
      parser.skipChildren();
    }
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  private Optional<Instant> time(String text, Complaints complaints) {
    try {
      Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS); // as exact as PostgreSQL
      if (time.isBefore(Instant.EPOCH)) {
        complaints.add("time", "Expected an instant from 1970 on, but got " + time + ".");
      } else if (time.isAfter(now.plus(FUTURE))) {
        complaints.add(
            "time",
            "Expected an instant at most %d minutes in the future, but got %s."
                .formatted(FUTURE.toMinutes(), time));
      }
      return Optional.of(time);
    } catch (DateTimeParseException notAnInstant) {
      complaints.add(
          "time",
          "Expected an instant such as 2026-12-24T09:00:00Z, but got '%s'."
              .formatted(Texts.excerpt(text)));
      return Optional.empty();
    }
  }

  private static void require(Draft draft, Complaints complaints) {
    for (String key : new String[] {"id", "type", "user"}) {
      if (!draft.keys.contains(key)) {
        complaints.add(key, "Expected a text, but it is missing.");
      }
    }
  }

  private Event event(Draft draft) {
    return new Event(
        new EventId(draft.names.getOrDefault("source", DEFAULT_SOURCE), draft.names.get("id")),
        draft.names.get("type"),
        new UserId(draft.names.get("user")),
        draft.time.orElse(now),
        new Attributes(draft.properties));
  }
}
