package dev.campanile.translator.check;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.Schedule;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds launches that reach nobody, and limits over all users that leave others no room. */
final class ReachingOut {

  /** Before it no campaign was published: a timetable without a time after it has none at all. */
  private static final LocalDateTime BEGINNING = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final CampaignGraph graph;
  private final Findings findings;

  ReachingOut(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
  }

  void check(String pointer, Entry.Launch launch) {
    checkKey(pointer);
    Optional<LocalDateTime> first = first(launch);
    if (first.isEmpty()) {
      findings
          .of(Concern.NEVER_HOLDS)
          .error(
              pointer,
              "Expected a launch that comes at some time, but '%s' never does."
                  .formatted(launch.cron().orElseThrow()),
              "Maybe the day does not exist in that month.");
    } else if (isOutside(first.get())) {
      findings
          .of(Concern.DEAD_BY_LIMIT)
          .warning(
              pointer,
              "Expected a launch inside the schedule, but %s is outside.".formatted(first.get()),
              "Maybe move it, or the schedule.");
    }
  }

  /** No event brings the value that the key asks for. */
  void checkKey(String pointer) {
    graph
        .participation()
        .key()
        .ifPresent(
            key ->
                findings
                    .of(Concern.DEAD_BY_LIMIT)
                    .error(
                        pointer,
                        "Expected a launch to let users in, but none brings the key event.%s."
                            .formatted(key),
                        "Maybe leave 'participation.key' out."));
  }

  /** A limit of one user that is not below that of all can never be reached. */
  void checkLimits() {
    OptionalInt total = graph.participation().total();
    List<Limit> limits = graph.participation().limits();
    for (int i = 0; i < limits.size() && total.isPresent(); i++) {
      Limit limit = limits.get(i);
      if (graph.participation().perUser().contains(limit) && limit.count() > total.getAsInt()) {
        findings
            .of(Concern.DEAD_BY_LIMIT)
            .warning(
                "participation.limits[" + i + "]",
                "Expected a limit that can be reached, but all users together may enter %d times."
                    .formatted(total.getAsInt()),
                "Maybe the two counts were mistaken for each other.");
      }
    }
  }

  /** The first time inside the schedule; without one, the first that there is. */
  private Optional<LocalDateTime> first(Entry.Launch launch) {
    LocalDateTime from = graph.schedule().start().orElse(BEGINNING).minusNanos(1);
    return launch
        .at()
        .or(() -> launch.cron().flatMap(cron -> cron.after(from)))
        .or(() -> launch.cron().flatMap(cron -> cron.after(BEGINNING)));
  }

  private boolean isOutside(LocalDateTime time) {
    Schedule schedule = graph.schedule();
    return schedule.start().filter(time::isBefore).isPresent()
        || schedule.end().filter(end -> !time.isBefore(end)).isPresent();
  }
}
