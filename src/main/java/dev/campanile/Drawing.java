package dev.campanile;

import dev.campanile.adapter.postgres.PostgresDrafts;
import dev.campanile.adapter.postgres.PostgresLayouts;
import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.draft.DraftDesk;
import dev.campanile.api.draft.PinnedFiles;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.draft.Drafts;
import dev.campanile.draft.Layouts;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.RuleBookKeeper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** What is needed while campaigns are drawn: drafts, and where their nodes stand. */
@Singleton
final class Drawing {

  @Produces
  @Singleton
  Drafts drafts(DataSource dataSource) {
    return new PostgresDrafts(dataSource);
  }

  @Produces
  @Singleton
  Layouts layouts(DataSource dataSource) {
    return new PostgresLayouts(dataSource);
  }

  @Produces
  @Singleton
  DraftDesk desk(
      Settings settings,
      Drafts drafts,
      CampaignDesk campaigns,
      CampaignStore store,
      CampaignReader reader,
      AttachmentKeeper attachments,
      RuleBookKeeper keeper,
      Clock clock) {
    var files = new PinnedFiles(attachments.latest(), keeper::pinned);
    return new DraftDesk(drafts, settings.approval(), campaigns, store, reader, files, clock);
  }
}
