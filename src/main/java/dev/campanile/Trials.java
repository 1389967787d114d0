package dev.campanile;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.api.SimulationDesk;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.state.Conventions;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What tries campaigns out, published or not. */
@Singleton
final class Trials {

  /** Makes room for campaigns that are run on trial. */
  @FunctionalInterface
  interface Stage extends Supplier<Ensemble> {}

  @Produces
  @Singleton
  ScenarioReader scenarioReader() {
    return new ScenarioReader(new SnakeYamlTreeParser());
  }

  @Produces
  @Singleton
  Stage stage(
      CampaignReader reader,
      Channels channels,
      Templates templates,
      RuleBooks books,
      AttachmentKeeper attachments,
      Conventions conventions) {
    var checks = new Checks(Offer.of(onTrial(channels)), templates);
    var translator = new CampaignTranslator(reader, checks, books, attachments.latest());
    return () -> new Ensemble(translator, books, conventions);
  }

  @Produces
  @Singleton
  SimulationDesk simulations(
      Stage stage, ScenarioReader reader, AttachmentKeeper attachments, RuleBookKeeper keeper) {
    return new SimulationDesk(stage, reader, attachments.latest(), keeper);
  }

  /** Nothing is performed on trial, so a coupon pool may come later than the campaign. */
  private static Channels onTrial(Channels channels) {
    var coupons = new CouponChannel(pool -> true);
    return new Channels(
        channels.all().stream()
            .map(channel -> channel.kind().equals(coupons.kind()) ? coupons : channel)
            .toList());
  }
}
