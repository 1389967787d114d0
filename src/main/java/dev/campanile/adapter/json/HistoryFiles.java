package dev.campanile.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.backtest.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads event lines {@code {"id","source","type","user","time","properties"}}, source and
 * properties optional, and profile lines {@code {"user","attributes"}} into a history.
 */
public final class HistoryFiles {

  private static final Set<String> EVENT =
      Set.of("id", "source", "type", "user", "time", "properties");
  private static final Set<String> PROFILE = Set.of("user", "attributes");

  private HistoryFiles() {}

  /**
   * Appends the events of a file.
   *
   * @param bytesRead hears how many more bytes of the file were read
   * @return the problems, each as {@code file:line: message}
   */
  public static List<String> readEvents(Path file, History into, LongConsumer bytesRead)
      throws IOException {
    return new JsonLines(file, bytesRead).read(line -> into.add(event(line)));
  }

  /** Adds the profiles of a file; returns the problems, each as {@code file:line: message}. */
  public static List<String> readProfiles(Path file, History into) throws IOException {
    return new JsonLines(file, bytes -> {}).read(line -> profile(line, into));
  }

  private static Event event(JsonNode line) {
    Fields fields = Fields.of(line, EVENT);
    return new Event(
        new EventId(fields.optionalText("source").orElse(""), fields.text("id")),
        fields.text("type"),
        new UserId(fields.text("user")),
        fields.instant("time"),
        fields.has("properties") ? Values.attributes(fields.node("properties")) : Attributes.NONE);
  }

  private static void profile(JsonNode line, History into) {
    Fields fields = Fields.of(line, PROFILE);
    into.profile(new UserId(fields.text("user")), Values.attributes(fields.node("attributes")));
  }
}
