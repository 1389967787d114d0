package dev.campanile.reference;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Concern;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.Languages;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.CampaignTranslator.Translation;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.RuleBooks.Compilation;
import dev.campanile.translator.RuleBooks.Compiled;
import dev.campanile.translator.check.Checks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Publishes campaigns as the product does: read, checked, compiled by Drools into one rule book.
 */
final class Stage {

  private final CampaignTranslator translator;
  private final RuleBooks books;

  Stage(Path cache) {
    var drools = new DroolsRuleCompiler(cache);
    this.books = Languages.books(drools);
    this.translator =
        Languages.translator(new Checks(action -> List.of(), Languages.templates()), drools);
  }

  /** The campaign, unless it is refused; none where the engine does not execute it yet. */
  Optional<CampaignGraph> read(String yaml) {
    return switch (translator.translate(yaml, id -> 1)) {
      // One that may go round for ever has no course to tell.
      case Translation.Translated translated ->
          translated.warnings().stream().anyMatch(one -> one.concern() == Concern.ENDLESS_CYCLE)
              ? Optional.empty()
              : Optional.of(translated.graph());
      case Translation.Refused refused -> Optional.empty();
    };
  }

  RuleBook book(List<CampaignGraph> campaigns) {
    List<Compiled> compiled = new ArrayList<>();
    Map<CampaignId, Standing> standings = new HashMap<>();
    for (CampaignGraph campaign : campaigns) {
      compiled.add(compiled(campaign));
      standings.put(campaign.id(), new Standing(1, Status.RUNNING));
    }
    return books.compose(compiled, standings, Conventions.DEFAULT, "agreement");
  }

  private Compiled compiled(CampaignGraph campaign) {
    var key = new CampaignKey(campaign.id(), 1);
    return switch (books.compile(key, campaign, file -> Optional.empty())) {
      case Compilation.Ready(var ready) -> ready;
      case Compilation.Broken(var errors) -> throw new AssertionError(errors.toString());
    };
  }
}
