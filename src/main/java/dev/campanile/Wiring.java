package dev.campanile;

import dev.campanile.access.AuditLog;
import dev.campanile.access.Reach;
import dev.campanile.adapter.channel.CouponChannel;
import dev.campanile.adapter.channel.LogChannel;
import dev.campanile.adapter.channel.WebhookChannel;
import dev.campanile.adapter.channel.WebhookTargets;
import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.csv.CsvRosters;
import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.adapter.folder.CampaignFolder;
import dev.campanile.adapter.folder.PoolsFile;
import dev.campanile.adapter.json.JsonSignals;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.kafka.KafkaEventLog;
import dev.campanile.adapter.kafka.KafkaTopic;
import dev.campanile.adapter.micrometer.EngineMeters;
import dev.campanile.adapter.postgres.StoreClock;
import dev.campanile.adapter.qute.QuteTemplates;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.adapter.s2.S2Geography;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.Asked;
import dev.campanile.engine.Committed;
import dev.campanile.engine.EventLog;
import dev.campanile.engine.PartitionEngine.Ports;
import dev.campanile.engine.RecentDecisions;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.action.ActionExecutionControl;
import dev.campanile.engine.action.ActionExecutionControl.Limits;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.exception.FailureJudge;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Detail;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Texts;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.translator.Attacher;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.check.Checks;
import dev.campanile.translator.check.Offer;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The composition root: which adapter stands behind each port. The only place that asks the system
 * clock.
 */
@Singleton
final class Wiring {

  private static final Logger ACTIONS = Logger.getLogger("dev.campanile.actions");

  /** Below the data: compiled rules. */
  static final String RULES = "rules";

  @Produces
  @Singleton
  StoreClock storeClock(DataSource dataSource) {
    return new StoreClock(dataSource, Clock.systemUTC(), System::nanoTime);
  }

  /** Coupon codes must not be foreseen. */
  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  Conventions conventions(Settings settings) {
    return new Conventions(settings.lateness(), settings.timezone());
  }

  // ---- language and rules

  @Produces
  @Singleton
  CampaignReader reader() {
    return new CampaignReader(
        new SnakeYamlTreeParser(), new Re2RegularExpressions(), new CronUtilsTimetables());
  }

  @Produces
  @Singleton
  Templates templates() {
    return new QuteTemplates();
  }

  @Produces
  @Singleton
  Attacher attacher() {
    return new Attacher(new S2Geography(), new CsvRosters());
  }

  @Produces
  @Singleton
  RuleBooks books(Settings settings, Attacher attacher, Templates templates, Channels channels) {
    return new RuleBooks(
        new DroolsRuleCompiler(settings.data().resolve(RULES)),
        attacher,
        new Texts(templates, channels::escape));
  }

  @Produces
  @Singleton
  RuleBookKeeper keeper(
      CampaignStore store,
      CapsStore caps,
      Attachments attachments,
      CampaignReader reader,
      RuleBooks books,
      Conventions conventions) {
    return new RuleBookKeeper(store, caps, attachments, reader, books, conventions);
  }

  @Produces
  @Singleton
  AttachmentKeeper attachmentKeeper(Attachments attachments, Attacher attacher) {
    return new AttachmentKeeper(attachments, attacher);
  }

  @Produces
  @Singleton
  CampaignTranslator translator(
      CampaignReader reader,
      Channels channels,
      Templates templates,
      RuleBooks books,
      AttachmentKeeper attachments) {
    var checks = new Checks(Offer.of(channels), templates);
    return new CampaignTranslator(reader, checks, books, attachments.latest());
  }

  @Produces
  @Singleton
  CampaignPublisher publisher(
      CampaignTranslator translator, CampaignStore store, RuleBookKeeper keeper) {
    return new CampaignPublisher(translator, store, keeper);
  }

  @Produces
  @Singleton
  CapsPublisher capsPublisher(
      CampaignTranslator translator, CapsStore store, RuleBookKeeper keeper) {
    return new CapsPublisher(translator, store, keeper);
  }

  @Produces
  @Singleton
  CampaignFolder folder(
      Settings settings,
      CampaignReader reader,
      CampaignPublisher publisher,
      AttachmentKeeper attachments,
      CapsPublisher caps,
      CouponPools pools,
      AuditLog audit,
      RandomGenerator random,
      Clock clock) {
    var poolsFile = new PoolsFile(new SnakeYamlTreeParser(), pools, random);
    return new CampaignFolder(
        settings.campaigns().folder(),
        reader,
        publisher,
        attachments,
        caps,
        poolsFile,
        audit,
        clock);
  }

  // ---- log

  @Produces
  @Singleton
  SignalCodec signals() {
    return new JsonSignals();
  }

  @Produces
  @Singleton
  KafkaTopic topic(
      Settings settings, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    return new KafkaTopic(servers, settings.log().topic(), settings.log().partitions());
  }

  @Produces
  @Singleton
  KafkaEventLog log(KafkaTopic topic, SignalCodec codec) {
    return new KafkaEventLog(topic, codec);
  }

  @Produces
  @Singleton
  RecentDecisions decisions() {
    return new RecentDecisions();
  }

  @Produces
  @Singleton
  Asked asked() {
    return new Asked();
  }

  @Produces
  @Singleton
  Ports ports(
      DataWarehouse warehouse,
      HotStore hot,
      RuleBookKeeper keeper,
      SignalCodec codec,
      ActionExecutionControl execution,
      RecentDecisions decisions,
      Asked asked,
      Settings settings,
      MeterRegistry registry,
      Clock clock) {
    var meters = new EngineMeters(registry);
    Committed.Listener listener =
        batch -> {
          execution.submit(batch.orders().toList());
          decisions.committed(batch);
          meters.committed(batch);
        };
    Runnable refresh = () -> keeper.refresh(clock.instant());
    Detail usual = settings.explanations() ? Detail.FACTS : Detail.NONE;
    Function<Signal, Detail> detail =
        signal ->
            signal instanceof Signal.Happened(Event event) && asked.contains(event)
                ? Detail.ALL
                : usual;
    return new Ports(warehouse, hot, keeper, refresh, codec, detail, listener);
  }

  // ---- actions

  @Produces
  @Singleton
  Channels channels(Settings settings, Reach reach, CouponPools pools, Clock clock) {
    var values = new JsonValues();
    var targets = WebhookTargets.of(settings.webhook().allow(), reach.alone());
    return new Channels(
        List.of(
            new CouponChannel(pool -> pools.stock(pool).isPresent()),
            new LogChannel(values, ACTIONS::info),
            new WebhookChannel(targets, values, clock)));
  }

  @Produces
  @Singleton
  ActionExecutionControl execution(
      Settings settings, Outbox outbox, EventLog log, Channels channels, Clock clock) {
    var limits =
        new Limits(
            settings.action().concurrency(), settings.action().queue(), settings.action().drain());
    return new ActionExecutionControl(
        outbox, log::append, channels, new FailureJudge(), limits, clock);
  }
}
