package dev.campanile.engine.scenario;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Audience;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.state.Fact.Reason;
import java.util.List;
import java.util.Locale;

/**
 * The campaigns of a scenario and the names of what is in them: where there are several, their own
 * name stands before, {@code campaign/node}.
 */
final class Cast {

  final List<CampaignGraph> campaigns;
  final Naming nodes = new Naming("a node of the campaign");
  final Naming actions = new Naming("an action of the campaign");
  final Naming names = new Naming("a campaign of the scenario");
  final Naming reasons = new Naming("a reason of refusal");
  final Naming lists = new Naming("a list that the campaign names");

  /**
   * @param campaigns the first one's schedule says whose clock is read where the user's is unknown
   */
  Cast(List<CampaignGraph> campaigns) {
    this.campaigns = List.copyOf(campaigns);
    campaigns.forEach(this::add);
    for (Reason reason : Reason.values()) {
      reasons.add(label(reason), label(reason));
      reasons.add(reason.name(), label(reason));
    }
  }

  String label(CampaignId campaign, NodeId node) {
    return label(campaign, node.text());
  }

  String label(CampaignId campaign, ActionId action) {
    return label(campaign, action.text());
  }

  /** As reports print it. */
  static String label(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void add(CampaignGraph graph) {
    names.add(graph.id().text(), graph.id().text());
    for (Node node : graph.nodes().values()) {
      add(nodes, graph.id(), node.id().text());
      for (Action action : node.actions()) {
        add(actions, graph.id(), action.id().text());
      }
    }
    graph.audience().stream().flatMap(Audience::lists).forEach(list -> lists.add(list, list));
  }

  private void add(Naming naming, CampaignId campaign, String name) {
    naming.add(name, label(campaign, name));
    naming.add(campaign.text() + "/" + name, label(campaign, name));
  }

  private String label(CampaignId campaign, String name) {
    return campaigns.size() == 1 ? name : campaign.text() + "/" + name;
  }
}
