package dev.campanile.campaign.text;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the nodes of a campaign and gives their actions ids. Reads one file. */
final class NodesReader {

  private static final Map<String, Node.Strategy> STRATEGIES =
      Scalars.words(Node.Strategy.values());

  /** An action whose id may still have to be found. */
  private record Unnamed(Part part, String kind, Optional<ActionId> id, Attributes parameters) {}

  private record Bare(NodeId id, Node.Strategy strategy, List<Unnamed> actions) {}

  private final FreeNames names = new FreeNames();

  static NodeId nodeId(String text) {
    if (!Names.valid(text)) {
      throw Misread.of(
          "Expected the name of a node, but got %s.".formatted(Excerpt.of(text)),
          "Maybe use letters, digits, '-' and '_' only, at most 64.");
    }
    return new NodeId(text);
  }

  /** The nodes as far as they read; problems tell whether all did. */
  Map<NodeId, Node> nodes(Part part) {
    List<Bare> bare = Fields.free(part).map(fields -> bare(part, fields)).orElse(List.of());
    Map<NodeId, Node> nodes = new LinkedHashMap<>();
    for (Bare node : bare) {
      List<Action> actions =
          node.actions().stream().flatMap(action -> named(action).stream()).toList();
      nodes.put(node.id(), new Node(node.id(), node.strategy(), actions));
    }
    return nodes;
  }

  private List<Bare> bare(Part part, Fields fields) {
    if (fields.all().isEmpty()) {
      part.refuse("Expected at least one node, but there is none.", "");
    }
    var nodes = new ArrayList<Bare>();
    fields
        .all()
        .forEach(
            (name, node) ->
                node.understood(() -> nodeId(name)).ifPresent(id -> nodes.add(bare(id, node))));
    return nodes;
  }

  private Bare bare(NodeId id, Part part) {
    Optional<Fields> fields = Fields.of(part, Shape.NODE);
    Node.Strategy strategy =
        fields
            .flatMap(f -> f.optional("strategy"))
            .flatMap(p -> p.word(STRATEGIES))
            .orElse(Node.Strategy.SERIAL);
    List<Part> actions =
        fields.flatMap(f -> f.optional("actions")).map(p -> p.items("actions")).orElse(List.of());
    return new Bare(
        id, strategy, actions.stream().flatMap(action -> unnamed(action).stream()).toList());
  }

  private Optional<Unnamed> unnamed(Part part) {
    return Fields.free(part)
        .flatMap(
            fields -> {
              if (fields.all().size() != 1) {
                return part.refuse(
                    "Expected one key that names the kind of the action, but got %d."
                        .formatted(fields.all().size()),
                    "Maybe write push: {title: …}.");
              }
              var action = fields.all().entrySet().iterator().next();
              return unnamed(action.getKey(), action.getValue());
            });
  }

  private Optional<Unnamed> unnamed(String kind, Part part) {
    if (!Names.valid(kind)) {
      return part.refuse(
          "Expected the kind of an action, but got %s.".formatted(Excerpt.of(kind)), "");
    }
    return Fields.free(part)
        .map(
            fields -> {
              Map<String, Part> parameters = new LinkedHashMap<>(fields.all());
              Optional<ActionId> id =
                  Optional.ofNullable(parameters.remove("id")).flatMap(this::explicitId);
              return new Unnamed(part, kind, id, AttributesReader.attributes(parameters));
            });
  }

  private Optional<ActionId> explicitId(Part part) {
    Optional<ActionId> id = part.text(ConditionParser::action);
    return id.isEmpty() || names.take(id.get().text())
        ? id
        : part.refuse(
            "Expected each action id once, but '%s' is repeated.".formatted(id.get()), "");
  }

  /** Ids that are written go first, so that one that is found never takes one of them. */
  private Optional<Action> named(Unnamed action) {
    return action
        .id()
        .or(() -> action.part().understood(() -> ConditionParser.action(names.free(action.kind()))))
        .map(id -> new Action(id, action.kind(), action.parameters()));
  }
}
