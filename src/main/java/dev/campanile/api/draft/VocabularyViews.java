package dev.campanile.api.draft;

import dev.campanile.engine.action.Channel;
import dev.campanile.engine.action.CouponPools.Stock;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** How the words that campaigns may use are shown. */
public final class VocabularyViews {

  private VocabularyViews() {}

  /** What there is to name. */
  public record Vocabulary(
      List<EventType> events,
      List<Attribute> profile,
      List<Offered> channels,
      List<Stock> pools,
      List<String> attachments,
      List<Named> campaigns) {}

  public record EventType(String type, List<Attribute> properties) {}

  /**
   * A property of events, or an attribute of profiles.
   *
   * @param kinds what its values are: number, text, truth, time or list; none where that is unknown
   */
  public record Attribute(String path, List<String> kinds) {}

  /**
   * A channel.
   *
   * @param parameters what it can be told; empty where it takes whatever it is given
   * @param results what {@code {ID.name}} can ask for once an action has succeeded
   */
  public record Offered(String kind, List<Parameter> parameters, List<String> results) {

    static Offered of(Channel channel) {
      return new Offered(
          channel.kind(),
          channel.parameters().stream().map(Parameter::of).toList(),
          List.copyOf(new TreeSet<>(channel.results())));
    }
  }

  /**
   * What a channel can be told.
   *
   * @param kind text, pool, duration, texts (by name) or anything
   */
  public record Parameter(String name, String kind, boolean required, List<String> choices) {

    static Parameter of(dev.campanile.engine.action.Parameter parameter) {
      return new Parameter(
          parameter.name(),
          parameter.kind().name().toLowerCase(Locale.ROOT),
          parameter.required(),
          parameter.choices());
    }
  }

  public record Named(String id, String name) {}
}
