package dev.campanile.cli;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.engine.monitor.DeliveryText;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.monitor.SeenText;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Judgment.Verdict;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One user's story for people: each thing that happened, and below it what it meant to each
 * campaign, in full where something was done or refused, in one line where a trigger did not hold.
 */
final class Story {

  private final PrintWriter out;
  private final ZoneId zone;

  /**
   * @param zone whose clock the story is told by
   */
  Story(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void tell(Signal signal, Step step) {
    if (!(signal instanceof Signal.Happened) && step.facts().isEmpty() && step.orders().isEmpty()) {
      return;
    }
    Map<CampaignKey, List<Judgment>> campaigns = new LinkedHashMap<>();
    for (Judgment judgment : step.judgments()) {
      campaigns.computeIfAbsent(judgment.campaign(), key -> new ArrayList<>()).add(judgment);
    }
    out.println();
    out.println(headline(signal) + uncounted(step.outcome()));
    campaigns.forEach(this::tell);
    step.orders().forEach(this::tell);
  }

  private void tell(CampaignKey campaign, List<Judgment> judgments) {
    out.println("  " + campaign);
    for (Judgment judgment : judgments) {
      boolean mattered =
          judgment.verdict() == Verdict.FOLLOWED || judgment.verdict() == Verdict.REFUSED;
      List<String> lines =
          mattered ? ExplanationText.of(judgment) : List.of(ExplanationText.brief(judgment));
      lines.forEach(line -> out.println("    " + line));
    }
  }

  private void tell(Order order) {
    out.println(
        "  ordered %s at %s of %s%s"
            .formatted(
                order.action().text().equals(order.kind())
                    ? order.kind()
                    : "%s (%s)".formatted(order.action(), order.kind()),
                order.node(),
                order.campaign(),
                DeliveryText.of(order.delivery(), zone)));
  }

  private String headline(Signal signal) {
    return switch (signal) {
      case Signal.Happened(Event event) -> at(event.time(), event.type()) + properties(event);
      case Signal.WakeUp wakeUp -> at(wakeUp.due(), "time passed");
      case Signal.Settled settled ->
          at(
              settled.at(),
              "action %s %s"
                  .formatted(settled.action(), settled.succeeded() ? "succeeded" : "failed"));
      case Signal.ProfileChanged changed -> at(changed.at(), "the profile changed");
      case Signal.Reviewed reviewed -> at(reviewed.at(), "the campaign was published");
      case Signal.Launched launched ->
          at(launched.at(), "a launch of %s reached out".formatted(launched.campaign().id()));
      case Signal.Migrated migrated -> at(migrated.at(), migrated.to() + " was published");
      case Signal.Stopped stopped -> at(stopped.at(), "the campaign was ended");
    };
  }

  private String at(Instant time, String what) {
    return "%s  %s".formatted(time.atZone(zone).toOffsetDateTime(), what);
  }

  private static String properties(Event event) {
    var sorted = new TreeMap<>(event.properties().values());
    return sorted.isEmpty() ? "" : "  " + SeenText.properties(sorted);
  }

  private static String uncounted(Outcome outcome) {
    return switch (outcome) {
      case LATE -> "  (came too late: it counts nowhere)";
      case DUPLICATE -> "  (repeated: it counts nowhere)";
      case APPLIED, NO_MATCH, ILLEGAL, DEAD -> "";
    };
  }
}
