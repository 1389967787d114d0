package dev.campanile.testkit;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Expression;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.OnResume;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Operator;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.state.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CampaignBuilder in tests that are about their triggers. */
public final class CampaignBuilder {

  private final CampaignId id;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private CampaignBuilder(String id) {
    this.id = new CampaignId(id);
  }

  public static CampaignBuilder aCampaign(String id) {
    return new CampaignBuilder(id);
  }

  /** Rows of cells in their text form: rows are ANDed, the cells of a row ORed. */
  @SafeVarargs
  public static Trigger when(List<String>... rows) {
    List<List<Condition>> cells =
        Arrays.stream(rows).map(row -> row.stream().map(CampaignBuilder::cell).toList()).toList();
    return Trigger.of(Expression.ofRows(cells));
  }

  public static List<String> row(String... cells) {
    return List.of(cells);
  }

  /** A cell of its text form. */
  public static Condition cell(String text) {
    String file =
        """
        campaign: c
        name: C
        entry: [ { when: [["event e"]], to: a } ]
        nodes: { a: {}, b: {} }
        edges: [ { from: a, to: b, when: [["%s"]] } ]
        """;
    Trigger trigger =
        Languages.campaign(file.formatted(text.replace("\\", "\\\\").replace("\"", "\\\"")))
            .edges()
            .getFirst()
            .when();
    return trigger.cells().rows().getFirst().getFirst().condition();
  }

  /** An event whose property equals a text that need not be expressible in a file. */
  public static Condition eventWhere(String type, String property, String equal) {
    var comparison =
        new Comparison(new Path(List.of(property)), Operator.EQ, new Operand.Literal(equal));
    return new Condition.Occurs(type, new Cnf<>(List.of(List.of(comparison))));
  }

  public static Trigger whenAll(Condition... cells) {
    return Trigger.of(Expression.ofRows(Arrays.stream(cells).map(List::of).toList()));
  }

  public static Trigger whenAny(Condition... cells) {
    return Trigger.of(Expression.ofRows(List.of(List.of(cells))));
  }

  public CampaignBuilder entering(String to, Trigger when) {
    entries.add(new Entry.When(when, node(to)));
    return this;
  }

  public CampaignBuilder moving(String from, String to, Trigger when) {
    edges.add(new Edge(from + "-" + to, node(from), node(to), when));
    return this;
  }

  private NodeId node(String name) {
    var node = new NodeId(name);
    nodes.putIfAbsent(node, new Node(node, Node.Strategy.SERIAL, List.of()));
    return node;
  }

  public CampaignGraph graph() {
    return new CampaignGraph(
        id,
        id.text(),
        List.of(),
        Optional.empty(),
        Schedule.OPEN,
        ParticipationRules.DEFAULT,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new OnChange.Pin(),
        OnResume.FIRE,
        entries,
        nodes,
        edges);
  }

  public Machine version(int version) {
    return Languages.machine(new CampaignKey(id, version), graph());
  }
}
