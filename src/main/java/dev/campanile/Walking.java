package dev.campanile;

import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.LogWriter;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Insiders;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.walk.Backfills;
import dev.campanile.walk.Endings;
import dev.campanile.walk.Launches;
import dev.campanile.walk.Migrations;
import dev.campanile.walk.UserWalk;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;

/** What is told to many users in the background. */
@Singleton
final class Walking {

  @Produces
  @Singleton
  UserWalk walk(LogWriter log, Clock clock) {
    return new UserWalk(log, clock);
  }

  @Produces
  @Singleton
  Backfills backfills(
      CampaignStore store,
      CampaignReader reader,
      Walks walks,
      KnownUsers users,
      UserWalk walk,
      Clock clock) {
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    return new Backfills(
        store, reader, walks, users, walk, clock, owner, Thread::startVirtualThread);
  }

  @Produces
  @Singleton
  Launches launches(
      RuleBookKeeper keeper,
      CampaignStore store,
      CampaignReader reader,
      Walks walks,
      KnownUsers users,
      UserWalk walk,
      Clock clock) {
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    return new Launches(keeper, store, reader, walks, users, walk, clock, owner);
  }

  @Produces
  @Singleton
  Endings endings(CampaignStore store, Insiders insiders, UserWalk walk) {
    return new Endings(store, insiders, walk, Thread::startVirtualThread);
  }

  @Produces
  @Singleton
  Migrations migrations(
      CampaignStore store, CampaignReader reader, Crowds crowds, UserWalk walk, Clock clock) {
    return new Migrations(store, reader, crowds, walk, clock, Thread::startVirtualThread);
  }
}
