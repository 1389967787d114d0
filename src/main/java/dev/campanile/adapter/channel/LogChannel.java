package dev.campanile.adapter.channel;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Attempt;
import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.Parameter;
import dev.campanile.engine.action.Trust;
import dev.campanile.engine.action.ValueCodec;
import dev.campanile.engine.state.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code log}: writes one line of JSON with the order and all its parameters, whatever they are.
 *
 * <p>For trying campaigns out, and for whoever collects logs. Thread-safe if the lines are.
 */
public final class LogChannel implements Channel.Outside {

  private final ValueCodec codec;
  private final Consumer<String> lines;

  public LogChannel(ValueCodec codec, Consumer<String> lines) {
    this.codec = codec;
    this.lines = lines;
  }

  @Override
  public String kind() {
    return "log";
  }

  /** After a crash the line may stand there twice, with the same order. */
  @Override
  public Trust trust() {
    return Trust.AT_LEAST_ONCE;
  }

  @Override
  public Set<String> results() {
    return Set.of();
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<String> problems(Attributes parameters) {
    return List.of();
  }

  @Override
  public Attempt perform(Order order) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("order", order.key());
    line.put("user", order.user());
    line.put("campaign", order.campaign());
    line.put("node", order.node());
    line.put("action", order.action());
    line.put("parameters", order.parameters().values());
    lines.accept(codec.encode(line));
    return new Attempt.Succeeded(Attributes.NONE);
  }
}
