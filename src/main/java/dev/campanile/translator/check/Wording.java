package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.Path;
import dev.campanile.campaign.Template.Mention;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.Templates.Flaw;
import dev.campanile.campaign.Templates.Reading;
import dev.campanile.campaign.Violation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with the texts of actions, at the very character. */
final class Wording {

  /** A text with the pointer to it, and the action it belongs to. */
  private record Text(Node node, int ordinal, String pointer, List<String> path, String text) {

    Action action() {
      return node.actions().get(ordinal);
    }

    Text in(String pointer, List<String> path, String text) {
      return new Text(node, ordinal, pointer, path, text);
    }
  }

  /** How much is told of one text: the rest is likely to follow from it. */
  private static final int MOST_FLAWS = 20;

  private final CampaignGraph graph;
  private final Scopes scopes;
  private final Offer offer;
  private final Templates templates;
  private final Findings findings;
  private final Set<NodeId> eventless;

  Wording(CampaignGraph graph, Scopes scopes, Offer offer, Templates templates, Findings findings) {
    this.graph = graph;
    this.scopes = scopes;
    this.offer = offer;
    this.templates = templates;
    this.findings = findings;
    this.eventless = Eventless.nodes(graph);
  }

  void check() {
    for (Node node : graph.nodes().values()) {
      for (int i = 0; i < node.actions().size(); i++) {
        Action action = node.actions().get(i);
        String pointer = "nodes." + node.id() + ".actions[" + i + "]." + action.kind();
        visit(new Text(node, i, pointer, List.of(), ""), action.parameters().values());
      }
    }
  }

  private void visit(Text here, Object value) {
    switch (value) {
      case String text -> check(here.in(here.pointer(), here.path(), text));
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) -> {
                List<String> path = new ArrayList<>(here.path());
                path.add(key.toString());
                visit(here.in(here.pointer() + "." + key, path, ""), inner);
              });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(here.in(here.pointer() + "[" + i + "]", here.path(), ""), list.get(i));
        }
      }
      default -> {}
    }
  }

  private void check(Text text) {
    if (text.text().indexOf('{') < 0) {
      return;
    }
    var escape = offer.escape(text.action().kind(), new Path(text.path()));
    switch (templates.read(text.text(), escape)) {
      case Reading.Misread(var flaws) ->
          flaws.stream().limit(MOST_FLAWS).forEach(flaw -> tell(text, flaw));
      case Reading.Understood(var template) -> check(text, template.mentions());
    }
  }

  private void check(Text text, List<Mention> mentions) {
    int before = findings.count();
    for (Mention mention : mentions) {
      if (findings.count() - before < MOST_FLAWS) {
        check(text, mention);
      }
    }
  }

  private void check(Text text, Mention mention) {
    scopes
        .objection(mention.scope(), mention.name())
        .ifPresentOrElse(objection -> tell(text, mention, objection), () -> warn(text, mention));
  }

  private void warn(Text text, Mention mention) {
    if (tooEarly(text, mention.scope())) {
      tell(
          findings,
          text,
          Severity.WARNING,
          mention.offset(),
          "Expected the result of '%s', but it is not there yet when this action is ordered."
              .formatted(mention.scope()),
          "Maybe put '%s' before it, with strategy serial.".formatted(mention.scope()));
    }
    if (mention.scope().equals("event") && eventless.contains(text.node().id())) {
      tell(
          findings,
          text,
          Severity.WARNING,
          mention.offset(),
          "Expected an event that leads to '%s', but only time and profiles do."
              .formatted(text.node().id()),
          "Maybe use {entry.…}.");
    }
  }

  /** Whether the action named is one of the same node that has not succeeded by then. */
  private static boolean tooEarly(Text text, String scope) {
    List<String> ids = text.node().actions().stream().map(action -> action.id().text()).toList();
    int other = ids.indexOf(scope);
    return other >= 0
        && (text.node().strategy() != Node.Strategy.SERIAL || other >= text.ordinal());
  }

  private void tell(Text text, Mention mention, Scopes.Objection objection) {
    tell(findings, text, Severity.ERROR, mention.offset(), objection.message(), objection.advice());
  }

  private void tell(Text text, Flaw flaw) {
    Findings misread = findings.of(Concern.TEMPLATE);
    tell(misread, text, Severity.ERROR, flaw.offset(), flaw.message(), flaw.advice());
  }

  /** In a text of several lines, where places cannot be counted, the line of the text is told. */
  private static void tell(
      Findings to, Text text, Severity severity, int offset, String message, String advice) {
    long line = text.text().substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    boolean lines = text.text().strip().indexOf('\n') >= 0;
    String place = lines ? " (In line %d of the text.)".formatted(line) : "";
    to.add(severity, text.pointer(), offset, message + place, advice);
  }
}
