package dev.campanile.cli;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Judgment.Verdict;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One user's story for people: each thing that happened, and below it what it meant to each
 * campaign, in full where something was done or refused, in one line where a trigger did not hold.
 */
final class Story {

  private final PrintWriter out;

  Story(PrintWriter out) {
    this.out = out;
  }

  void tell(Signal signal, Step step) {
    Map<CampaignKey, List<Judgment>> campaigns = new LinkedHashMap<>();
    for (Judgment judgment : step.judgments()) {
      campaigns.computeIfAbsent(judgment.campaign(), key -> new ArrayList<>()).add(judgment);
    }
    if (signal instanceof Signal.Happened || !step.facts().isEmpty()) {
      out.println();
      out.println(headline(signal, step));
      campaigns.forEach((campaign, judgments) -> tell(campaign, judgments));
      step.orders().forEach(this::tell);
    }
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
        "  ordered %s (%s) at %s of %s"
            .formatted(order.action(), order.kind(), order.node(), order.campaign()));
  }

  private static String headline(Signal signal, Step step) {
    String what =
        switch (signal) {
          case Signal.Happened(Event event) ->
              "%s  %s %s".formatted(event.time(), event.type(), event.properties().values());
          case Signal.WakeUp wakeUp -> wakeUp.due() + "  time passed";
          case Signal.Settled settled ->
              "%s  action %s %s"
                  .formatted(
                      settled.at(), settled.action(), settled.succeeded() ? "succeeded" : "failed");
          case Signal.ProfileChanged changed -> changed.at() + "  the profile changed";
          case Signal.Reviewed reviewed -> reviewed.at() + "  the campaign was published";
          case Signal.Stopped stopped -> stopped.at() + "  the campaign was ended";
        };
    return step.outcome() == Outcome.LATE || step.outcome() == Outcome.DUPLICATE
        ? what
            + "  ("
            + step.outcome().name().toLowerCase(java.util.Locale.ROOT)
            + ": counts nowhere)"
        : what;
  }
}
