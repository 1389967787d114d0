package dev.campanile.engine.state;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Event;
import java.math.BigDecimal;
import java.util.Optional;

/** The value of a campaign's participation key that an event carries. */
final class KeyValue {

  private KeyValue() {}

  static Optional<String> of(CampaignGraph graph, Attributes event) {
    return graph.participation().key().flatMap(event::at).map(KeyValue::text);
  }

  /** Whether the event carries another value than the participation's, and so does not serve it. */
  static boolean differs(CampaignGraph graph, Participation participation, Event event) {
    return of(graph, event.properties())
        .filter(value -> !participation.keyValue().equals(Optional.of(value)))
        .isPresent();
  }

  /** As it would be written in a campaign, so that the number 1 and the text '1' are two values. */
  private static String text(Object value) {
    return switch (value) {
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      case String text when needsQuotes(text) -> "'" + text.replace("'", "''") + "'";
      default -> value.toString();
    };
  }

  private static boolean needsQuotes(String text) {
    return text.startsWith("'") || text.matches("-?\\d+(\\.\\d+)?|true|false");
  }
}
