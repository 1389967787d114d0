package dev.campanile.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.backtest.Counted;
import dev.campanile.engine.backtest.History;
import dev.campanile.engine.backtest.LogFiles;
import dev.campanile.engine.backtest.LogReading;
import dev.campanile.engine.state.Order;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Logs as JSON lines, compressed with gzip or not.
 *
 * <p>Event lines are {@code {"id","source","type","user","time","properties"}}, source and
 * properties optional; profile lines {@code {"user","attributes"}}; order lines as {@link
 * OrderLines} says.
 */
public final class JsonLogFiles implements LogFiles, LogReading {

  private static final Set<String> EVENT =
      Set.of("id", "source", "type", "user", "time", "properties");
  private static final Set<String> PROFILE = Set.of("user", "attributes");

  @Override
  public List<String> readEvents(Path file, History into, LongConsumer bytesRead)
      throws IOException {
    try (InputStream content = new Counted(Files.newInputStream(file), bytesRead)) {
      return read(file.toString(), content, into::add);
    }
  }

  @Override
  public List<String> read(String name, InputStream content, Consumer<Event> into)
      throws IOException {
    return new JsonLines(name, content).read(line -> into.accept(event(line)));
  }

  @Override
  public List<String> readProfiles(Path file, History into) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return new JsonLines(file.toString(), content).read(line -> profile(line, into));
    }
  }

  @Override
  public void writeOrders(Path file, List<Order> orders) throws IOException {
    OrderLines.write(file, orders);
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
