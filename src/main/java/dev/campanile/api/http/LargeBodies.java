package dev.campanile.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Reads JSON that may be large: only few such bodies are in memory at a time, and whoever has a
 * place must send all of it soon. Thread-safe.
 */
public final class LargeBodies {

  public static final int AT_A_TIME = 2;

  /** What may be read before there is a place for it. */
  public static final int SMALL = 1 << 20;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Clock clock;
  private final AtOnce places =
      new AtOnce(
          "large-requests-under-way",
          "Other large requests are under way",
          "large requests",
          AT_A_TIME);

  public LargeBodies(Clock clock) {
    this.clock = clock;
  }

  /** Answers a body; a large one keeps its place until it is answered. */
  public <T> T answer(InputStream body, int most, Function<JsonNode, T> answer) throws IOException {
    byte[] beginning = body.readNBytes(SMALL);
    if (beginning.length == SMALL) {
      return places.run(() -> answer.apply(all(beginning, body, most)));
    }
    return answer.apply(Bodies.json(new ByteArrayInputStream(beginning), SMALL));
  }

  private JsonNode all(byte[] beginning, InputStream rest, int most) {
    try {
      var hurried = new Hurried(rest, clock.instant().plus(LONGEST));
      return Bodies.json(
          new SequenceInputStream(new ByteArrayInputStream(beginning), hurried), most);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What must have come by an instant. */
  private final class Hurried extends InputStream {

    private final InputStream body;
    private final Instant end;

    private Hurried(InputStream body, Instant end) {
      this.body = body;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      requireTime();
      return body.read();
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      requireTime();
      return body.read(into, from, most);
    }

    private void requireTime() {
      if (clock.instant().isAfter(end)) {
        throw Problem.of(
                408,
                "body-too-slow",
                "The body came too slowly",
                "Expected all of it within %d seconds, but there is more. Maybe try again over a faster line."
                    .formatted(LONGEST.toSeconds()))
            .exception();
      }
    }
  }
}
