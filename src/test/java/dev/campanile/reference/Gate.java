package dev.campanile.reference;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.ParticipationRules.Mode;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.campaign.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whether a user whose entry holds may enter, or the reason why not.
 *
 * @param runs of this campaign, for all values of the key
 * @param newcomer the participation that would begin
 */
record Gate(Lobby lobby, List<Run> runs, Run newcomer, Occasion now, Optional<Object> key) {

  static Optional<Object> key(CampaignGraph campaign, Occasion now) {
    return campaign
        .participation()
        .key()
        .flatMap(path -> now.event().map(event -> event.properties()).flatMap(p -> p.at(path)));
  }

  Optional<String> refusal() {
    if (lobby.pauses().last()) {
      return Optional.of("PAUSED");
    }
    if (!Calendar.open(campaign().schedule(), now.at())) {
      return Optional.of("SCHEDULE");
    }
    if (!lobby.inAudience(now)) {
      return Optional.of("AUDIENCE");
    }
    if (rules().key().isPresent() && key.isEmpty()) {
      return Optional.of("KEY_MISSING");
    }
    if (crowded()) {
      return Optional.of("ALREADY_ACTIVE");
    }
    if (tooSoon()) {
      return Optional.of("RE_ENTRY");
    }
    if (!rules().limits().stream().allMatch(this::allows)) {
      return Optional.of("LIMIT");
    }
    return exits() ? Optional.of("EXIT") : Optional.empty();
  }

  /**
   * "An entry whose exit already holds is refused …, judged with empty counts, the entering event
   * as the occasion."
   */
  private boolean exits() {
    var place = Insider.frame(newcomer, lobby.history());
    return campaign().exit().filter(exit -> Truth.holds(exit, place, now)).isPresent();
  }

  private CampaignGraph campaign() {
    return lobby.campaign();
  }

  private ParticipationRules rules() {
    return campaign().participation();
  }

  /** "Serial, re-entry and per-user limits apply per value." */
  private List<Run> sameValue() {
    return runs.stream().filter(run -> run.of(key)).toList();
  }

  /**
   * "Serial: one active at a time; parallel: several, at most active of them"; of the two, serial
   * alone "applies per value".
   */
  private boolean crowded() {
    return rules().mode() == Mode.SERIAL
        ? sameValue().stream().anyMatch(Run::active)
        : runs.stream().filter(Run::active).count() >= rules().active().orElse(Integer.MAX_VALUE);
  }

  /** "Re-entry is allowed from end + D on"; "durations look at ended participations only". */
  private boolean tooSoon() {
    return switch (rules().reEntry()) {
      case ReEntry.Always always -> false;
      case ReEntry.Never never -> !sameValue().isEmpty();
      case ReEntry.Waiting(Span span) ->
          sameValue().stream()
              .flatMap(run -> run.ended().stream())
              .anyMatch(end -> Calendar.within(end, now.at(), span, zone()));
    };
  }

  /** "An entry is what limits count"; "per D slides over (t − D, t]". */
  private boolean allows(Limit limit) {
    List<Run> counted = limit.per() instanceof Per.All ? runs : sameValue();
    long entries =
        counted.stream()
            .map(run -> run.entering().at())
            .filter(entry -> counts(limit.per(), entry))
            .count();
    return entries < limit.count();
  }

  private boolean counts(Per per, Instant entry) {
    return switch (per) {
      case Per.Sliding(Span span) -> Calendar.within(entry, now.at(), span, zone());
      case Per.Calendar(var unit) -> Calendar.samePeriod(entry, now.at(), unit, zone());
      // "Over all users": of whom there is one.
      case Per.All all -> true;
    };
  }

  /** "Calendar periods of limits are in the user's zone." */
  private ZoneId zone() {
    Attributes profile = now.profile();
    return Calendar.zone(profile, campaign().schedule());
  }
}
