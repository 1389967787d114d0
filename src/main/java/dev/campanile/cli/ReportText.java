package dev.campanile.cli;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.backtest.Report;
import dev.campanile.engine.backtest.Report.NodeTraffic;
import dev.campanile.engine.backtest.Report.Traffic;
import dev.campanile.engine.state.Participation.Status;
import dev.campanile.engine.warehouse.Tallied;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a table for people. */
final class ReportText {

  private static final String ROW = "%-40s %12s %12s %12s  %s";

  private final Report report;

  ReportText(Report report) {
    this.report = report;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Tallied tallied = report.tallied();
    lines.add(print("%,d events of %,d users", tallied.in(), report.users()));
    lines.add(
        print(
            "  %,d applied, %,d without a match, %,d duplicate, %,d late, %,d illegal, %,d dead",
            tallied.applied(),
            tallied.noMatch(),
            tallied.duplicate(),
            tallied.late(),
            tallied.illegal(),
            tallied.dead()));
    lines.add(print("  %,d moves, %,d orders", tallied.moves(), tallied.orders()));
    lines.add("");
    lines.add(print(ROW, "campaign / node", "arrivals", "still there", "ended there", "orders"));
    report.campaigns().forEach((campaign, traffic) -> lines.addAll(lines(campaign, traffic)));
    return lines;
  }

  private static List<String> lines(CampaignKey campaign, Traffic traffic) {
    List<String> lines = new ArrayList<>();
    lines.add(
        print("%s: %,d entered", campaign, traffic.entries())
            + some(traffic.goals(), "reached the goal")
            + words("refused", traffic.refusals())
            + some(traffic.held(), "held in quiet hours")
            + words("withheld", traffic.withheld()));
    traffic.nodes().forEach((id, node) -> lines.add(line(id, node)));
    return lines;
  }

  private static String some(long count, String what) {
    return count == 0 ? "" : print(", %,d %s", count, what);
  }

  private static String words(String what, Map<? extends Enum<?>, Long> counts) {
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(count -> print("%,d %s", count.getValue(), word(count.getKey())))
            .collect(Collectors.joining(", ", ", " + what + ": ", ""));
  }

  private static String line(NodeId id, NodeTraffic node) {
    long active = node.rest().getOrDefault(Status.ACTIVE, 0L);
    long ended = node.rest().values().stream().mapToLong(Long::longValue).sum() - active;
    return print(
            ROW,
            "  " + id,
            print("%,d", node.arrivals()),
            print("%,d", active),
            print("%,d", ended),
            orders(node.orders()))
        .stripTrailing();
  }

  private static String orders(Map<ActionId, Long> orders) {
    return orders.entrySet().stream()
        .map(order -> print("%,d %s", order.getValue(), order.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String print(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
