package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds references such as {@code {gift.code}} to what will never have a value. */
final class Variables {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{([A-Za-z0-9][A-Za-z0-9_-]*)\\.[^{}\\s]+}");
  private static final Set<String> SCOPES = Set.of("event", "entry", "user");

  private final CampaignGraph graph;
  private final Findings findings;
  private final Set<String> actions;

  Variables(CampaignGraph graph, Findings findings) {
    this.graph = graph;
    this.findings = findings;
    this.actions =
        graph.nodes().values().stream()
            .flatMap(node -> node.actions().stream())
            .map(action -> action.id().text())
            .collect(Collectors.toSet());
  }

  void check() {
    graph.nodes().values().forEach(this::checkNode);
    for (Sites.Site site : Sites.of(graph)) {
      for (Sites.Cell cell : site.cells(findings.sources())) {
        scopes(cell.condition()).forEach(scope -> checkScope(site.kind(), cell.pointer(), scope));
      }
    }
  }

  private void checkNode(Node node) {
    for (int i = 0; i < node.actions().size(); i++) {
      Action action = node.actions().get(i);
      int ordinal = i;
      String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
      forEachText(
          pointer,
          action.parameters().values(),
          (here, text) -> checkText(node, ordinal, here, text));
    }
  }

  private void checkText(Node node, int ordinal, String pointer, String text) {
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      String scope = reference.group(1);
      if (!known(scope)) {
        unknown(pointer, scope);
      } else if (tooEarly(node, ordinal, scope)) {
        findings.warning(
            pointer,
            "Expected the result of '%s', but it is not there yet when this action is ordered."
                .formatted(scope),
            "Maybe put '%s' before it, with strategy serial.".formatted(scope));
      }
    }
  }

  /** Whether the action named is one of the same node that has not succeeded by then. */
  private static boolean tooEarly(Node node, int ordinal, String scope) {
    List<String> ids = node.actions().stream().map(action -> action.id().text()).toList();
    int other = ids.indexOf(scope);
    return other >= 0 && (node.strategy() != Node.Strategy.SERIAL || other >= ordinal);
  }

  private void checkScope(Sites.Kind kind, String pointer, String scope) {
    if (!known(scope)) {
      unknown(pointer, scope);
    } else if (kind != Sites.Kind.EDGE && !scope.equals("event") && !scope.equals("user")) {
      findings.error(
          pointer,
          "Expected a value that is there before the entry, but {%s.…} is not.".formatted(scope),
          "Maybe use {event.…} or {user.…}.");
    }
  }

  private boolean known(String scope) {
    return SCOPES.contains(scope) || actions.contains(scope);
  }

  private void unknown(String pointer, String scope) {
    String ids = actions.isEmpty() ? "" : ", or an action: " + String.join(", ", sorted(actions));
    findings.error(
        pointer,
        "Expected a reference to what is known, but there is no '%s'.".formatted(scope),
        "Maybe use event, entry or user%s.".formatted(ids));
  }

  private static List<String> sorted(Set<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static Set<String> scopes(Condition condition) {
    return switch (condition) {
      case Condition.Occurs occurs -> scopes(occurs.where()).collect(Collectors.toSet());
      case Condition.Aggregate aggregate ->
          Stream.concat(scopes(aggregate.tally().where()), scopes(aggregate.operand()))
              .collect(Collectors.toSet());
      case Condition.Profile profile ->
          scopes(profile.comparison().operand()).collect(Collectors.toSet());
      default -> Set.of();
    };
  }

  private static Stream<String> scopes(Cnf<Comparison> where) {
    return where.rows().stream()
        .flatMap(List::stream)
        .flatMap(comparison -> scopes(comparison.operand()));
  }

  private static Stream<String> scopes(Operand operand) {
    return switch (operand) {
      case Operand.Reference reference -> Stream.of(reference.scope());
      case Operand.Several several -> several.values().stream().flatMap(Variables::scopes);
      case Operand.None n -> Stream.empty();
      case Operand.Literal l -> Stream.empty();
      case Operand.Pattern p -> Stream.empty();
    };
  }

  private static void forEachText(String pointer, Object value, BiConsumer<String, String> action) {
    switch (value) {
      case String text -> action.accept(pointer, text);
      case Map<?, ?> map ->
          map.forEach((key, inner) -> forEachText(pointer + "." + key, inner, action));
      case List<?> list -> {
        var items = new ArrayList<>(list);
        for (int i = 0; i < items.size(); i++) {
          forEachText(pointer + "[" + i + "]", items.get(i), action);
        }
      }
      default -> {}
    }
  }
}
