package dev.campanile.api.version;

import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.plan.Group;
import dev.campanile.engine.plan.Group.Share;
import dev.campanile.engine.plan.Prospect;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import dev.campanile.translator.GraphDiff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A plan for people to read. */
final class PlanText {

  private final Plan plan;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Plan plan) {
    this.plan = plan;
  }

  static String of(Plan plan) {
    var text = new PlanText(plan);
    text.tell();
    return String.join("\n", text.lines) + "\n";
  }

  private void tell() {
    if (plan.changed()) {
      lines.add(headline());
      plan.groups().forEach(this::tell);
      if (plan.open().isPresent() && plan.groups().isEmpty()) {
        lines.add("nobody is inside");
      }
      newUsers();
      plan.text().lines().forEach(lines::add);
    } else {
      lines.add("%s is open with this content: nothing changes".formatted(plan.open().get()));
    }
    plan.notes().forEach(note -> lines.add("note: " + note));
    plan.warnings().forEach(this::tell);
  }

  private String headline() {
    return plan.open()
        .map(
            open ->
                "%s takes the place of version %d (on-change: %s)"
                    .formatted(plan.candidate(), open.version(), plan.onChange()))
        .orElseGet(() -> plan.candidate() + " is new");
  }

  private void newUsers() {
    plan.open()
        .ifPresent(
            open -> {
              List<GraphDiff.Change> changes = plan.graph().ofEntering();
              lines.add(
                  "new users enter version %d%s"
                      .formatted(
                          plan.candidate().version(), changes.isEmpty() ? " as before" : ":"));
              changes.forEach(change -> lines.add("  " + DiffText.line(change)));
            });
  }

  private void tell(Group group) {
    Crowd crowd = group.crowd();
    String where =
        "version %d · %s: %s"
            .formatted(crowd.spot().campaign().version(), crowd.spot().node(), count(crowd));
    if (group.successor().isEmpty()) {
      lines.add(
          "%s stay on version %d and finish there"
              .formatted(where, crowd.spot().campaign().version()));
      return;
    }
    lines.add(
        "%s go on under version %d at %s%s"
            .formatted(
                where,
                plan.candidate().version(),
                group.successor().get(),
                group.exact() ? "" : " (%,d were looked at)".formatted(group.told())));
    group.shares().forEach(share -> lines.add("  " + tell(share, group.successor().get())));
  }

  private static String count(Crowd crowd) {
    return crowd.users() == crowd.participations()
        ? "%,d %s".formatted(crowd.users(), crowd.users() == 1 ? "user" : "users")
        : "%,d participations of %,d users".formatted(crowd.participations(), crowd.users());
  }

  private static String tell(Share share, NodeId successor) {
    Prospect prospect = share.prospect();
    String what =
        switch (prospect.fate()) {
          case STAYS -> "stay on version %d at %s".formatted(prospect.version(), prospect.node());
          case WAITS -> "wait" + until(share);
          case MOVES -> "move on at once to %s%s".formatted(prospect.node(), until(share));
          case ENDS ->
              prospect.node().equals(successor)
                  ? "end there"
                  : "move on at once to %s and end there".formatted(prospect.node());
        };
    return "%,d %s%s".formatted(share.participations(), what, orders(prospect));
  }

  private static String orders(Prospect prospect) {
    return prospect.orders().isEmpty()
        ? ""
        : " (orders: %s)".formatted(String.join(", ", prospect.orders()));
  }

  private static String until(Share share) {
    Optional<String> first = share.earliest().map(PlanText::minute);
    Optional<String> last = share.latest().map(PlanText::minute);
    return first
        .map(
            from ->
                first.equals(last) ? " until " + from : " until %s..%s".formatted(from, last.get()))
        .orElse("");
  }

  /** Which minute is near enough. */
  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private void tell(Violation warning) {
    lines.add(
        "%s: line %d: %s %s"
            .formatted(
                warning.severity().name().toLowerCase(Locale.ROOT),
                warning.place().line(),
                warning.message(),
                warning.advice())
            .strip());
  }
}
