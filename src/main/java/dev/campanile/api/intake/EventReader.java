package dev.campanile.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.api.http.Json;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.intake.EventParser.Request;
import dev.campanile.campaign.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the events of one request, all of them or none: whatever is wrong is told at once. Reads
 * one body.
 */
final class EventReader {

  static final int MOST_EVENTS = 10_000;
  static final int MOST_BYTES = 16 << 20;

  private static final int MOST_TOLD = 100;

  private final EventParser events;
  private final List<Event> read = new ArrayList<>();
  private final List<BadEvent> told = new ArrayList<>();
  private int index;
  private int bad;

  EventReader(Instant now) {
    this.events = new EventParser(now, false);
  }

  /** Reads a JSON object or array. */
  List<Event> document(byte[] body) {
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        array(parser);
      } else if (parser.currentToken() == null) {
        throw malformed("Expected an event, but the body is empty.");
      } else {
        event(parser, Optional.empty());
      }
      if (parser.nextToken() != null) {
        throw malformed("Expected one JSON value, but another one follows it.");
      }
      return all();
    } catch (JsonProcessingException malformed) {
      throw malformed(Json.malformed(malformed));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads one JSON object per line; blank lines are passed over. */
  List<Event> lines(byte[] body) {
    int line = 1;
    for (int start = 0; start < body.length; line++) {
      int end = endOfLine(body, start);
      if (!blank(body, start, end)) {
        line(body, start, end, line);
      }
      start = end + 1;
    }
    return all();
  }

  /** Reads what is asked of {@code POST /v1/decisions}: one event, perhaps with {@code dryRun}. */
  static Request request(byte[] body, Instant now) {
    var reader = new EventReader(now);
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() == null) {
        throw malformed("Expected an event, but the body is empty.");
      }
      Optional<Request> request =
          new EventParser(now, true).event(parser, reader.complaints(Optional.empty()));
      if (parser.nextToken() != null) {
        throw malformed("Expected one JSON value, but another one follows it.");
      }
      reader.all();
      return request.orElseThrow();
    } catch (JsonProcessingException malformed) {
      throw malformed(Json.malformed(malformed));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void array(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      event(parser, Optional.empty());
    }
  }

  private void line(byte[] body, int start, int end, int line) {
    try (JsonParser parser = Json.FACTORY.createParser(body, start, end - start)) {
      parser.nextToken();
      event(parser, Optional.of(line));
      if (parser.nextToken() != null) {
        tell(index - 1, Optional.of(line), "", "Expected one event per line, but more follows it.");
      }
    } catch (JsonProcessingException malformed) {
      tell(index, Optional.of(line), "", Json.malformed(malformed));
      next();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void event(JsonParser parser, Optional<Integer> line) throws IOException {
    events.event(parser, complaints(line)).map(Request::event).ifPresent(read::add);
    next();
  }

  private void next() {
    index++;
    if (index > MOST_EVENTS) {
      throw Problem.of(
              413,
              "batch-too-large",
              "The batch is too large",
              "Expected at most %d events, but there are more.".formatted(MOST_EVENTS))
          .exception();
    }
  }

  private Complaints complaints(Optional<Integer> line) {
    return (field, reason) -> tell(index, line, field, reason);
  }

  private void tell(int event, Optional<Integer> line, String field, String reason) {
    bad++;
    if (told.size() < MOST_TOLD) {
      told.add(new BadEvent(event, line, field, reason));
    }
  }

  private List<Event> all() {
    if (bad == 0) {
      return read;
    }
    throw Problem.of(
            422,
            "invalid-events",
            "Events were refused",
            "Nothing of this request was accepted: %d problems were found.".formatted(bad))
        .with("errors", told)
        .with("errorCount", bad)
        .exception();
  }

  private static ProblemException malformed(String detail) {
    return Problem.notWellFormed(detail).exception();
  }

  private static int endOfLine(byte[] body, int start) {
    int end = start;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean blank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
