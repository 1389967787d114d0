package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Event;
import java.math.BigDecimal;
import java.util.Optional;

/** The value of a campaign's participation key that an event carries. */
final class KeyValue {

  private KeyValue() {}

  static Optional<String> of(CampaignGraph graph, Event event) {
    return graph
        .participation()
        .key()
        .flatMap(path -> event.properties().at(path))
        .map(KeyValue::text);
  }

  /** Whether the event carries another value than the participation's, and so does not serve it. */
  static boolean differs(CampaignGraph graph, Participation participation, Event event) {
    return of(graph, event)
        .filter(value -> !participation.keyValue().equals(Optional.of(value)))
        .isPresent();
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
