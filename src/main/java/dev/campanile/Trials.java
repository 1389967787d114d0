package dev.campanile;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.csv.CsvLogs;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.json.JsonLogFiles;
import dev.campanile.adapter.postgres.PostgresBacktests;
import dev.campanile.adapter.postgres.PostgresEventLogs;
import dev.campanile.adapter.postgres.PostgresScenarioStore;
import dev.campanile.adapter.postgres.PostgresStoredEvents;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.trial.BacktestDesk;
import dev.campanile.api.trial.BacktestRunner;
import dev.campanile.api.trial.BacktestWork;
import dev.campanile.api.trial.ScenarioDesk;
import dev.campanile.api.trial.SimulationDesk;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.ScenarioReader;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.backtest.Backtests;
import dev.campanile.engine.backtest.EventLogs;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.ScenarioStore;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.Ensemble;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;

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
      Settings settings,
      Conventions conventions) {
    var checks = new Checks(Offer.of(onTrial(channels)), templates);
    var trial =
        books.with(DroolsRuleCompiler.keepingNothing(settings.data().resolve(Wiring.RULES)));
    var translator = new CampaignTranslator(reader, checks, trial, attachments.latest());
    return () -> new Ensemble(translator, trial, conventions);
  }

  @Produces
  @Singleton
  LargeBodies largeBodies(Clock clock) {
    return new LargeBodies(clock);
  }

  @Produces
  @Singleton
  SimulationDesk simulations(
      Stage stage,
      ScenarioReader reader,
      AttachmentKeeper attachments,
      RuleBookKeeper keeper,
      LargeBodies bodies) {
    return new SimulationDesk(stage, reader, attachments.latest(), keeper, bodies);
  }

  @Produces
  @Singleton
  ScenarioStore scenarioStore(DataSource dataSource) {
    return new PostgresScenarioStore(dataSource);
  }

  @Produces
  @Singleton
  ScenarioDesk scenarios(
      ScenarioStore store,
      ScenarioReader reader,
      SimulationDesk simulations,
      CampaignDesk campaigns,
      Clock clock) {
    return new ScenarioDesk(store, reader, simulations, campaigns, clock);
  }

  @Produces
  @Singleton
  Backtests backtests(DataSource dataSource, StateCodec codec) {
    return new PostgresBacktests(dataSource, codec);
  }

  @Produces
  @Singleton
  EventLogs eventLogs(DataSource dataSource) {
    return new PostgresEventLogs(dataSource);
  }

  @Produces
  @Singleton
  BacktestDesk backtestDesk(
      Backtests backtests, EventLogs logs, SimulationDesk simulations, Clock clock) {
    return new BacktestDesk(backtests, logs, simulations, clock);
  }

  @Produces
  @Singleton
  BacktestRunner backtestRunner(
      Backtests backtests,
      EventLogs logs,
      SimulationDesk simulations,
      CampaignStore store,
      RuleBookKeeper keeper,
      DataSource dataSource,
      StateCodec codec,
      ObjectMapper json,
      Settings settings,
      Clock clock) {
    var sources =
        new BacktestWork.Sources(
            new PostgresStoredEvents(dataSource, codec),
            logs,
            new JsonLogFiles(),
            new CsvLogs(),
            settings.backtest().events());
    var work = new BacktestWork(simulations, store, keeper::pinned, sources, json, clock);
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    return new BacktestRunner(backtests, work, clock, owner);
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
