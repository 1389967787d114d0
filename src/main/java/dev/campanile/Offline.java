package dev.campanile;

import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.channel.WebhookChannel;
import dev.campanile.adapter.channel.WebhookTargets;
import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.csv.CsvRosters;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.qute.QuteTemplates;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.adapter.s2.S2Geography;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.cli.Backtest;
import dev.campanile.cli.TestScenarios;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Texts;
import dev.campanile.translator.Attacher;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/**
 * What commands work with that read files and start nothing: the settings hold for them as well.
 */
final class Offline {

  private final Settings settings = settings();
  private final TreeParser trees = new SnakeYamlTreeParser();
  private final Channels channels = channels(settings);
  private final Templates templates = new QuteTemplates();
  private final RuleBooks books =
      new RuleBooks(
          new DroolsRuleCompiler(settings.data().resolve(Wiring.RULES)),
          new Attacher(new S2Geography(), new CsvRosters()),
          new Texts(templates, channels::escape));

  Offline() {
    // Without Quarkus nothing has been said about logging, and then Drools tells of every fact.
    LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
  }

  CampaignTranslator translator() {
    var checks = new Checks(Offer.of(channels), templates);
    return new CampaignTranslator(reader(), checks, books, FileSource.NONE);
  }

  CampaignReader reader() {
    return new CampaignReader(trees, new Re2RegularExpressions(), new CronUtilsTimetables());
  }

  Backtest.Tools backtest() {
    return new Backtest.Tools(translator(), books, new JsonLogFiles(), conventions());
  }

  TestScenarios.Tools test() {
    return new TestScenarios.Tools(translator(), new ScenarioReader(trees), books, conventions());
  }

  private Conventions conventions() {
    return new Conventions(settings.lateness(), settings.timezone());
  }

  /**
   * They are asked what is wrong with actions, never to perform one: hence no clock, and every pool
   * is there.
   */
  private static Channels channels(Settings settings) {
    var values = new JsonValues();
    var never = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new Channels(
        List.of(
            new CouponChannel(pool -> true),
            new LogChannel(values, line -> {}),
            new WebhookChannel(
                WebhookTargets.of(settings.webhook().allow(), true), values, never)));
  }

  private static Settings settings() {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDefaultSources()
        .addDiscoveredConverters()
        .withMapping(Settings.class)
        .withMappingIgnore("campanile.**")
        .build()
        .getConfigMapping(Settings.class);
  }
}
