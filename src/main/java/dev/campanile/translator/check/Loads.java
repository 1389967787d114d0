package dev.campanile.translator.check;

import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.Unit;
import dev.campanile.campaign.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds frequency caps that can never bind, and those of channels that are not there. */
final class Loads {

  private final List<Cap> caps;
  private final Offer offer;
  private final Findings findings;

  Loads(Caps caps, Offer offer, Findings findings) {
    this.caps = caps.caps();
    this.offer = offer;
    this.findings = findings;
  }

  void check() {
    for (int i = 0; i < caps.size(); i++) {
      String pointer = "caps[" + i + "]";
      Cap cap = caps.get(i);
      cap.channel()
          .filter(kind -> !offer.performs(kind))
          .ifPresent(kind -> tellUnknown(pointer + ".channel", kind));
      tighter(cap).ifPresent(other -> tellIdle(pointer, cap, other));
    }
  }

  private void tellUnknown(String pointer, String kind) {
    findings
        .of(Concern.ACTION)
        .warning(
            pointer,
            "Expected a channel of this installation, but there is no '%s'.".formatted(kind),
            "Maybe it is still to come.");
  }

  /** One over at least as long a period that allows no more. */
  private Optional<Cap> tighter(Cap cap) {
    return caps.stream()
        .filter(other -> other != cap && other.subject().equals(cap.subject()))
        .filter(other -> other.count() <= cap.count() && covers(other.per(), cap.per()))
        .findFirst();
  }

  private void tellIdle(String pointer, Cap cap, Cap tighter) {
    findings
        .of(Concern.DEAD_BY_LIMIT)
        .warning(
            pointer,
            "Expected a cap that is reached at times, but %d per %s is never more than %d per %s allow."
                .formatted(cap.count(), text(cap.per()), tighter.count(), text(tighter.per())),
            "Maybe delete it, or lower it.");
  }

  /** Whether every period of the one kind lies within one of the other: certain cases alone. */
  private static boolean covers(Per longer, Per shorter) {
    return switch (longer) {
      case Per.Sliding(var span) -> longest(shorter).compareTo(shortest(span)) <= 0;
      case Per.Calendar(Unit unit) ->
          shorter instanceof Per.Calendar(Unit inner) && inner == Unit.DAY && unit != Unit.DAY;
      case Per.All all -> true;
    };
  }

  /** Local days are up to 25 hours long, weeks and months accordingly. */
  private static Duration longest(Per per) {
    return switch (per) {
      case Per.Sliding(var span) ->
          Duration.ofDays(31L * span.date().toTotalMonths() + span.date().getDays())
              .plusHours(span.date().isZero() ? 0 : 1)
              .plus(span.time());
      case Per.Calendar(Unit unit) ->
          switch (unit) {
            case DAY -> Duration.ofHours(25);
            case WEEK -> Duration.ofDays(7).plusHours(1);
            case MONTH -> Duration.ofDays(31).plusHours(1);
          };
      case Per.All all -> Duration.ofSeconds(Long.MAX_VALUE);
    };
  }

  private static Duration shortest(Span span) {
    return Duration.ofDays(28L * span.date().toTotalMonths() + span.date().getDays())
        .minusHours(span.date().isZero() ? 0 : 1)
        .plus(span.time());
  }

  private static String text(Per per) {
    return switch (per) {
      case Per.Sliding(var span) -> span.toString();
      case Per.Calendar(Unit unit) -> unit.name().toLowerCase(Locale.ROOT);
      case Per.All all -> "all";
    };
  }
}
