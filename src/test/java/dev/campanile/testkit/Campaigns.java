package dev.campanile.testkit;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.Audience.Exclusion;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
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
import dev.campanile.campaign.ParticipationRules.Unit;
import dev.campanile.campaign.QuietHours;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any campaign that an author can write; it reads and prints, whether or not it makes sense. */
public final class Campaigns {

  /** What stands above the nodes. */
  private record Head(
      String name,
      List<String> tags,
      Optional<Audience> audience,
      Schedule schedule,
      ParticipationRules participation,
      int priority,
      Optional<QuietHours> quietHours,
      Optional<Goal> goal,
      OnResume onResume) {}

  private Campaigns() {}

  public static Arbitrary<CampaignGraph> any() {
    return nodes()
        .flatMap(
            nodes -> {
              List<NodeId> ids = List.copyOf(nodes.keySet());
              return Combinators.combine(
                      Values.names().map(CampaignId::new),
                      heads(),
                      beside().optional(),
                      onChanges(ids),
                      entries(ids).list().ofMinSize(1).ofMaxSize(3),
                      edges(ids))
                  .as(
                      (id, head, exit, onChange, entries, edges) ->
                          new CampaignGraph(
                              id,
                              head.name(),
                              head.tags(),
                              head.audience(),
                              head.schedule(),
                              head.participation(),
                              head.priority(),
                              head.quietHours(),
                              head.goal(),
                              exit,
                              onChange,
                              head.onResume(),
                              entries,
                              nodes,
                              named(edges, entries.size())));
            });
  }

  private static Arbitrary<Trigger> triggers() {
    return Conditions.triggers(Conditions.any());
  }

  private static Arbitrary<Trigger> beside() {
    return Conditions.triggers(Conditions.any().filter(one -> !(one instanceof Condition.Split)));
  }

  private static Arbitrary<Head> heads() {
    return Combinators.combine(
            Values.texts().filter(text -> !text.isBlank()),
            Values.names().set().ofMaxSize(3).map(List::copyOf),
            audiences().optional(),
            schedules(),
            participations(),
            Arbitraries.integers().between(-1000, 1000),
            quietHours().optional(),
            goals().optional())
        .flatAs(
            (name, tags, audience, schedule, participation, priority, quiet, goal) ->
                Arbitraries.of(OnResume.values())
                    .map(
                        onResume ->
                            new Head(
                                name,
                                tags,
                                audience,
                                schedule,
                                participation,
                                priority,
                                quiet,
                                goal,
                                onResume)));
  }

  private static Arbitrary<Audience> audiences() {
    Arbitrary<Optional<Trigger>> where = Conditions.triggers(Conditions.inAudiences()).optional();
    Arbitrary<Optional<String>> list =
        Values.names().map(name -> name.replace('-', '_') + ".csv").optional();
    Arbitrary<Optional<Exclusion>> exclude =
        Combinators.combine(where, list)
            .as(Exclusion::new)
            .filter(out -> out.where().isPresent() || out.list().isPresent())
            .optional();
    return Combinators.combine(where, list, exclude)
        .as(Audience::new)
        .filter(
            one -> one.where().isPresent() || one.list().isPresent() || one.exclude().isPresent());
  }

  private static Arbitrary<Schedule> schedules() {
    return Combinators.combine(
            Values.dateTimes().optional(),
            Values.dateTimes().optional(),
            Arbitraries.of("Asia/Shanghai", "UTC", "America/New_York").map(ZoneId::of).optional(),
            Arbitraries.of(Schedule.AtEnd.values()))
        .filter(
            (start, end, zone, atEnd) ->
                start.isEmpty() || end.isEmpty() || start.get().isBefore(end.get()))
        .as(Schedule::new);
  }

  private static Arbitrary<ParticipationRules> participations() {
    return Combinators.combine(
            Arbitraries.of(Mode.values()),
            Arbitraries.integers().between(0, 5),
            Values.paths().optional(),
            limits().list().ofMaxSize(3),
            reEntries())
        .as(
            (mode, active, key, limits, reEntry) ->
                new ParticipationRules(
                    mode,
                    mode == Mode.SERIAL || active == 0
                        ? OptionalInt.empty()
                        : OptionalInt.of(active),
                    key,
                    limits,
                    reEntry));
  }

  private static Arbitrary<Limit> limits() {
    Arbitrary<Per> per =
        Arbitraries.oneOf(
            Values.spans().map(Per.Sliding::new),
            Arbitraries.of(Unit.values()).map(Per.Calendar::new),
            Arbitraries.just(new Per.All()));
    return Combinators.combine(Arbitraries.integers().between(1, 1_000_000), per).as(Limit::new);
  }

  private static Arbitrary<ReEntry> reEntries() {
    return Arbitraries.oneOf(
        Arbitraries.of(new ReEntry.Always(), new ReEntry.Never()),
        Values.spans().map(ReEntry.Waiting::new));
  }

  private static Arbitrary<QuietHours> quietHours() {
    return Combinators.combine(
            Values.times(),
            Values.times(),
            Arbitraries.of(ClockOf.values()),
            Arbitraries.of(QuietHours.Then.values()))
        .filter((from, to, clock, then) -> !from.equals(to))
        .as(QuietHours::new);
  }

  private static Arbitrary<Goal> goals() {
    return Combinators.combine(
            beside(),
            Values.spans().optional(),
            Arbitraries.of(true, false),
            Values.percents().optional())
        .as(Goal::new);
  }

  private static Arbitrary<OnChange> onChanges(List<NodeId> nodes) {
    Arbitrary<OnChange> migrate =
        Arbitraries.maps(Values.names().map(NodeId::new), Arbitraries.of(nodes))
            .ofMaxSize(3)
            .map(OnChange.Migrate::new);
    return Arbitraries.oneOf(Arbitraries.of(new OnChange.Pin(), new OnChange.Follow()), migrate);
  }

  private static Arbitrary<Entry> entries(List<NodeId> nodes) {
    Arbitrary<Entry> when =
        Combinators.combine(Conditions.triggers(Conditions.inEntries()), Arbitraries.of(nodes))
            .as(Entry.When::new);
    Arbitrary<Entry> launch =
        Combinators.combine(
                Conditions.crons(),
                Values.dateTimes(),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(1, 10_000).optional(),
                Arbitraries.of(nodes))
            .as(
                (cron, at, byCron, rate, to) ->
                    new Entry.Launch(
                        byCron ? Optional.of(cron) : Optional.empty(),
                        byCron ? Optional.empty() : Optional.of(at),
                        rate,
                        to));
    return Arbitraries.oneOf(when, launch);
  }

  private static Arbitrary<List<Edge>> edges(List<NodeId> nodes) {
    return Combinators.combine(Arbitraries.of(nodes), Arbitraries.of(nodes), triggers())
        .as((from, to, when) -> new Edge("", from, to, when))
        .list()
        .ofMaxSize(3);
  }

  private static List<Edge> named(List<Edge> edges, int entries) {
    Set<String> taken = new HashSet<>();
    for (int i = 1; i <= entries; i++) {
      taken.add("entry-" + i);
    }
    var named = new ArrayList<Edge>();
    for (Edge edge : edges) {
      String name = edge.from() + "-" + edge.to();
      for (int i = 2; taken.contains(name); i++) {
        name = edge.from() + "-" + edge.to() + "-" + i;
      }
      taken.add(name);
      named.add(new Edge(name, edge.from(), edge.to(), edge.when()));
    }
    return named;
  }

  private static Arbitrary<Map<NodeId, Node>> nodes() {
    return Combinators.combine(
            Values.names().map(NodeId::new),
            Arbitraries.of(Node.Strategy.values()),
            Combinators.combine(Conditions.actionIds(), Values.names(), parameters())
                .as(Action::new)
                .list()
                .ofMaxSize(2))
        .as(Node::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Campaigns::unique);
  }

  private static Map<NodeId, Node> unique(List<Node> nodes) {
    Set<ActionId> seen = new HashSet<>();
    Map<NodeId, Node> unique = new LinkedHashMap<>();
    for (Node node : nodes) {
      List<Action> actions =
          node.actions().stream().filter(action -> seen.add(action.id())).toList();
      unique.putIfAbsent(node.id(), new Node(node.id(), node.strategy(), actions));
    }
    return unique;
  }

  private static Arbitrary<Attributes> parameters() {
    Arbitrary<String> keys = Values.texts().filter(key -> !key.equals("id"));
    return Arbitraries.maps(keys, values(2)).ofMaxSize(3).map(Attributes::new);
  }

  private static Arbitrary<Object> values(int levels) {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Values.texts().asGeneric(),
            Values.numbers().asGeneric(),
            Arbitraries.of(true, false).asGeneric(),
            Arbitraries.of(new BigDecimal("1E+3"), new BigDecimal("0.50"))
                .map(n -> n.setScale(Math.max(0, n.scale())))
                .asGeneric());
    if (levels == 0) {
      return scalars;
    }
    return Arbitraries.oneOf(
        scalars,
        values(levels - 1).list().ofMaxSize(3).asGeneric(),
        Arbitraries.maps(Values.texts(), values(levels - 1)).ofMaxSize(3).asGeneric());
  }
}
