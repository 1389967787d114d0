package dev.campanile.api.draft;

import dev.campanile.api.draft.VocabularyViews.Attribute;
import dev.campanile.api.draft.VocabularyViews.EventType;
import dev.campanile.api.draft.VocabularyViews.Named;
import dev.campanile.api.draft.VocabularyViews.Offered;
import dev.campanile.api.draft.VocabularyViews.Vocabulary;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Condition.Tally;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.translator.RuleBookKeeper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Gathers the names that may stand in campaigns: from what is live, kept and seen. Thread-safe. */
public final class VocabularyDesk {

  private static final int MOST_SEEN = 2_000;
  private static final int MOST_TYPES = 500;

  private final RuleBookKeeper keeper;
  private final Glimpses glimpses;
  private final Channels channels;
  private final CouponPools pools;
  private final Attachments attachments;

  public VocabularyDesk(
      RuleBookKeeper keeper,
      Glimpses glimpses,
      Channels channels,
      CouponPools pools,
      Attachments attachments) {
    this.keeper = keeper;
    this.glimpses = glimpses;
    this.channels = channels;
    this.pools = pools;
    this.attachments = attachments;
  }

  Vocabulary vocabulary() {
    List<CampaignGraph> graphs =
        keeper.get().machines().values().stream().map(Machine::graph).toList();
    var words = new Words();
    graphs.forEach(words::used);
    glimpses.profiles(MOST_SEEN).forEach(words.profile::seen);
    glimpses
        .events(MOST_SEEN)
        .forEach(event -> words.type(event.type(), usage -> usage.seen(event.properties())));
    return new Vocabulary(
        words.events.entrySet().stream()
            .map(entry -> new EventType(entry.getKey(), attributes(entry.getValue())))
            .toList(),
        attributes(words.profile),
        channels.all().stream().map(Offered::of).toList(),
        pools.stocks(),
        attachments.all().stream().map(Attachments.Attachment::name).toList(),
        named(graphs));
  }

  private static List<Named> named(List<CampaignGraph> graphs) {
    Map<String, String> names = new TreeMap<>();
    graphs.forEach(graph -> names.put(graph.id().text(), graph.name()));
    return names.entrySet().stream()
        .map(entry -> new Named(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Attribute> attributes(Usage usage) {
    return usage.kinds().entrySet().stream()
        .map(
            entry ->
                new Attribute(
                    entry.getKey(),
                    entry.getValue().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList()))
        .toList();
  }

  private static final class Words {

    private final Map<String, Usage> events = new TreeMap<>();
    private final Usage profile = new Usage();

    void used(CampaignGraph graph) {
      graph
          .triggers()
          .map(Trigger::cells)
          .flatMap(cells -> cells.rows().stream().flatMap(List::stream))
          .forEach(cell -> used(cell.condition()));
      for (Entry entry : graph.entries()) {
        if (entry instanceof Entry.Dated dated) {
          profile.named(dated.date().path());
        }
      }
    }

    void type(String type, Consumer<Usage> told) {
      if (events.containsKey(type) || events.size() < MOST_TYPES) {
        told.accept(events.computeIfAbsent(type, any -> new Usage()));
      }
    }

    private void used(Condition condition) {
      switch (condition) {
        case Condition.Occurs(var type, var where) ->
            type(type, usage -> where.rows().forEach(row -> row.forEach(usage::used)));
        case Condition.Aggregate(var tally, var operator, var operand) -> used(tally);
        case Condition.Profile(Comparison comparison) -> profile.used(comparison);
        default -> {}
      }
    }

    private void used(Tally tally) {
      type(
          tally.type(),
          usage -> {
            tally.path().ifPresent(usage::named);
            tally.where().rows().forEach(row -> row.forEach(usage::used));
          });
    }
  }
}
