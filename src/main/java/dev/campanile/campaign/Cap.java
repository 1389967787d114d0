package dev.campanile.campaign;

import dev.campanile.campaign.ParticipationRules.Per;
import java.util.List;
import java.util.Optional;

/**
 * At most {@code count} orders per period and user, whatever campaigns they are of: those of a
 * channel, those of campaigns with a tag, or both.
 */
public record Cap(Optional<String> channel, Optional<String> tag, int count, Per per) {

  public Cap {
    if (channel.isEmpty() && tag.isEmpty() || count < 1 || per instanceof Per.All) {
      throw new IllegalArgumentException(
          "Expected a channel or a tag, a count from 1 on and a period, but got %s %s, %d, %s."
              .formatted(channel, tag, count, per));
    }
  }

  /**
   * What it counts, whatever the period: {@code sms}, {@code #promo}, {@code sms #promo}. A name of
   * a channel or tag holds neither blanks nor {@code #}.
   */
  public String subject() {
    return (channel.orElse("") + tag.map(name -> " #" + name).orElse("")).strip();
  }

  /** Whether an order counts: one of the channel, and where it names a tag, a tagged message. */
  public boolean concerns(String kind, List<String> tags) {
    boolean byTag = tag.filter(name -> !tags.contains(name) || !Action.isMessage(kind)).isEmpty();
    return byTag && channel.filter(name -> !name.equals(kind)).isEmpty();
  }
}
