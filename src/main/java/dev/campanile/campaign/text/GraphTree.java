package dev.campanile.campaign.text;

import static dev.campanile.campaign.text.Trees.list;
import static dev.campanile.campaign.text.Trees.mapping;
import static dev.campanile.campaign.text.Trees.member;
import static dev.campanile.campaign.text.Trees.plain;
import static dev.campanile.campaign.text.Trees.text;
import static dev.campanile.campaign.text.Trees.unless;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.ClockOf;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Goal;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.OnResume;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.ParticipationRules.Limit;
import dev.campanile.campaign.ParticipationRules.Mode;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.ReEntry;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.QuietHours;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Tree;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.UserDate;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign as the tree of its file: keys in fixed order, defaults left out. */
final class GraphTree {

  private final CellForm form;

  private GraphTree(CellForm form) {
    this.form = form;
  }

  static Tree of(CampaignGraph graph, CellForm form) {
    return new GraphTree(form).campaign(graph);
  }

  private Tree campaign(CampaignGraph graph) {
    return mapping(
        member("campaign", text(graph.id())),
        unless(graph.id().text(), "name", graph.name(), Trees::text),
        unless(List.of(), "tags", graph.tags(), tags -> list(tags, Trees::text)),
        member("audience", graph.audience().map(this::audience)),
        unless(Schedule.OPEN, "schedule", graph.schedule(), GraphTree::schedule),
        unless(
            ParticipationRules.DEFAULT,
            "participation",
            graph.participation(),
            GraphTree::participation),
        unless(0, "priority", graph.priority(), Trees::plain),
        member("quiet-hours", graph.quietHours().map(GraphTree::quietHours)),
        member("goal", graph.goal().map(this::goal)),
        member("exit", graph.exit().map(when -> mapping(member("when", trigger(when))))),
        unless(new OnChange.Pin(), "on-change", graph.onChange(), GraphTree::onChange),
        unless(OnResume.FIRE, "on-resume", graph.onResume(), then -> text(Scalars.word(then))),
        member("entry", list(graph.entries(), this::entry)),
        member("nodes", nodes(graph.nodes())),
        unless(List.of(), "edges", graph.edges(), edges -> list(edges, this::edge)));
  }

  private Tree audience(Audience audience) {
    return mapping(
        member("where", audience.where().map(this::trigger)),
        member("list", audience.list().map(Trees::text)),
        member("exclude", audience.exclude().map(this::exclusion)));
  }

  private Tree exclusion(Audience.Exclusion exclusion) {
    return mapping(
        member("where", exclusion.where().map(this::trigger)),
        member("list", exclusion.list().map(Trees::text)));
  }

  private static Tree schedule(Schedule schedule) {
    return mapping(
        member("start", schedule.start().map(Trees::plain)),
        member("end", schedule.end().map(Trees::plain)),
        member("timezone", schedule.timezone().map(Trees::text)),
        unless(
            Schedule.AtEnd.FINISH, "at-end", schedule.atEnd(), atEnd -> text(Scalars.word(atEnd))));
  }

  private static Tree participation(ParticipationRules participation) {
    return mapping(
        unless(Mode.SERIAL, "mode", participation.mode(), mode -> text(Scalars.word(mode))),
        participation.active().isEmpty()
            ? Optional.empty()
            : member("active", plain(participation.active().getAsInt())),
        member("key", participation.key().map(path -> text("event." + ConditionText.path(path)))),
        unless(
            List.of(), "limits", participation.limits(), limits -> list(limits, GraphTree::limit)),
        unless(new ReEntry.Always(), "re-entry", participation.reEntry(), GraphTree::reEntry));
  }

  private static Tree limit(Limit limit) {
    return mapping(member("count", plain(limit.count())), period(limit.per()));
  }

  static Optional<Tree.Member> period(Per per) {
    return switch (per) {
      case Per.Sliding(var span) -> member("per", text(span));
      case Per.Calendar(var unit) -> member("per", text(Scalars.word(unit)));
      case Per.All all -> member("of", text("all"));
    };
  }

  private static Tree reEntry(ReEntry reEntry) {
    return switch (reEntry) {
      case ReEntry.Always always -> text("always");
      case ReEntry.Never never -> text("never");
      case ReEntry.Waiting(var span) -> text(span);
    };
  }

  private static Tree quietHours(QuietHours hours) {
    return mapping(
        member("from", text(hours.from())),
        member("to", text(hours.to())),
        unless(ClockOf.SCHEDULE, "zone", hours.clock(), zone -> text(Scalars.word(zone))),
        unless(QuietHours.Then.HOLD, "then", hours.then(), then -> text(Scalars.word(then))));
  }

  private Tree goal(Goal goal) {
    return mapping(
        member("when", trigger(goal.when())),
        member("within", goal.within().map(Trees::text)),
        unless(false, "exit", goal.exit(), Trees::plain),
        member("control", goal.controlPercent().map(GraphTree::percent)));
  }

  private static Tree percent(BigDecimal percent) {
    return plain(ConditionText.percent(percent));
  }

  private static Tree onChange(OnChange onChange) {
    return switch (onChange) {
      case OnChange.Pin pin -> text("pin");
      case OnChange.Follow follow -> text("follow");
      case OnChange.Migrate(var nodes) -> mapping(member("migrate", migrations(nodes)));
    };
  }

  private static Tree migrations(Map<NodeId, NodeId> nodes) {
    return new Tree.Mapping(
        Place.START,
        nodes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                entry ->
                    new Tree.Member(Place.START, entry.getKey().text(), text(entry.getValue())))
            .toList());
  }

  private Tree entry(Entry entry) {
    return switch (entry) {
      case Entry.When(var when, var to) ->
          mapping(member("when", trigger(when)), member("to", text(to)));
      case Entry.Dated(var date, var to) ->
          mapping(member("launch", date(date)), member("to", text(to)));
      case Entry.Launch launch ->
          mapping(member("launch", launch(launch)), member("to", text(launch.to())));
    };
  }

  private static Tree date(UserDate date) {
    boolean back = date.shift().isNegative();
    return mapping(
        member("date", text("user." + ConditionText.path(date.path()))),
        unless(false, "repeat", date.yearly(), yearly -> text("yearly")),
        unless(false, "before", back, any -> text(date.shift().negated())),
        unless(true, "after", back || date.shift().isZero(), any -> text(date.shift())),
        unless(LocalTime.MIDNIGHT, "time", date.time(), Trees::text),
        unless(ClockOf.USER, "zone", date.clock(), zone -> text(Scalars.word(zone))));
  }

  private static Tree launch(Entry.Launch launch) {
    return mapping(
        member("cron", launch.cron().map(Trees::text)),
        member("at", launch.at().map(Trees::plain)),
        member("rate", launch.perMinute().map(rate -> plain(rate + "/min"))));
  }

  private static Tree nodes(Map<NodeId, Node> nodes) {
    return new Tree.Mapping(
        Place.START,
        nodes.values().stream()
            .map(node -> new Tree.Member(Place.START, node.id().text(), node(node)))
            .toList());
  }

  private static Tree node(Node node) {
    return mapping(
        unless(
            Node.Strategy.SERIAL,
            "strategy",
            node.strategy(),
            strategy -> text(Scalars.word(strategy))),
        unless(List.of(), "actions", node.actions(), actions -> list(actions, GraphTree::action)));
  }

  /**
   * An id that differs from its kind is always written, so that moving an action does not rename
   * it.
   */
  private static Tree action(Action action) {
    var members = new ArrayList<Tree.Member>();
    unless(action.kind(), "id", action.id().text(), Trees::text).ifPresent(members::add);
    members.addAll(Trees.members(action.parameters().values()));
    return mapping(member(action.kind(), new Tree.Mapping(Place.START, members)));
  }

  private Tree edge(Edge edge) {
    return mapping(
        member("from", text(edge.from())),
        member("to", text(edge.to())),
        member("when", trigger(edge.when())));
  }

  private Tree trigger(Trigger trigger) {
    return TriggerText.rows(trigger.written())
        .map(rows -> list(rows, row -> list(row, this::cell)))
        .orElseGet(() -> text(TriggerText.ofExpression(trigger.written())));
  }

  private Tree cell(Condition condition) {
    return switch (form) {
      case TEXT -> text(ConditionText.of(condition));
      case OBJECT -> CellTree.of(condition);
    };
  }
}
