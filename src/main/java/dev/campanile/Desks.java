package dev.campanile;

import dev.campanile.adapter.folder.CampaignFolder;
import dev.campanile.adapter.kafka.KafkaEventLog;
import dev.campanile.api.campaign.AttachmentDesk;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.campaign.CapsDesk;
import dev.campanile.api.draft.VocabularyDesk;
import dev.campanile.api.intake.DecisionDesk;
import dev.campanile.api.version.PlanDesk;
import dev.campanile.api.version.VersionDesk;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.Asked;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.RecentDecisions;
import dev.campanile.engine.action.Channels;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.walk.Backfills;
import dev.campanile.walk.Endings;
import dev.campanile.walk.Migrations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the API's resources talk to. */
@Singleton
final class Desks {

  @Produces
  @Singleton
  LogWriter writer(KafkaEventLog log, Settings settings) {
    return new LogWriter(log, settings.log().patience());
  }

  @Produces
  @Singleton
  DecisionDesk decisions(
      Settings settings,
      LogWriter log,
      RecentDecisions decisions,
      Asked asked,
      DataWarehouse warehouse,
      Records records,
      RuleBookKeeper keeper,
      Clock clock) {
    return new DecisionDesk(
        log,
        decisions,
        asked,
        warehouse,
        records::seen,
        keeper,
        clock,
        settings.decision().timeout());
  }

  @Produces
  @Singleton
  CampaignDesk desk(
      CampaignPublisher publisher,
      CampaignStore store,
      CampaignReader reader,
      RuleBookKeeper keeper,
      Crowds crowds,
      CampaignFolder folder,
      Endings endings,
      Backfills backfills,
      Migrations migrations,
      AttachmentKeeper attachments,
      Settings settings,
      Clock clock) {
    return new CampaignDesk(
        settings.approval(),
        publisher,
        store,
        reader,
        keeper,
        crowds,
        folder,
        endings,
        backfills,
        migrations,
        attachments.latest(),
        clock);
  }

  @Produces
  @Singleton
  CapsDesk caps(CapsPublisher publisher, CapsStore store, CampaignReader reader, Clock clock) {
    return new CapsDesk(publisher, store, reader, clock);
  }

  @Produces
  @Singleton
  VersionDesk versions(
      CampaignPublisher publisher,
      CampaignStore store,
      CampaignReader reader,
      RuleBookKeeper keeper,
      Crowds crowds,
      Migrations migrations,
      Settings settings,
      Clock clock) {
    return new VersionDesk(
        settings.approval(), publisher, store, reader, keeper, crowds, migrations, clock);
  }

  @Produces
  @Singleton
  PlanDesk plans(
      CampaignPublisher publisher,
      CampaignStore store,
      VersionDesk versions,
      RuleBookKeeper keeper,
      Crowds crowds,
      DataWarehouse warehouse,
      AttachmentKeeper attachments,
      Clock clock) {
    return new PlanDesk(
        publisher,
        store,
        versions,
        keeper,
        crowds,
        warehouse,
        attachments.latest(),
        clock,
        PlanDesk.MOST);
  }

  @Produces
  @Singleton
  AttachmentDesk attachmentDesk(AttachmentKeeper keeper, Attachments attachments, Clock clock) {
    return new AttachmentDesk(keeper, attachments, clock);
  }

  @Produces
  @Singleton
  VocabularyDesk vocabulary(
      RuleBookKeeper keeper,
      Glimpses glimpses,
      Channels channels,
      CouponPools pools,
      Attachments attachments) {
    return new VocabularyDesk(keeper, glimpses, channels, pools, attachments);
  }
}
