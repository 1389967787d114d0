package dev.campanile;

import dev.campanile.access.Accounts;
import dev.campanile.access.ApiKeys;
import dev.campanile.access.AuditLog;
import dev.campanile.access.Sessions;
import dev.campanile.adapter.json.JsonStates;
import dev.campanile.adapter.json.JsonValues;
import dev.campanile.adapter.postgres.PostgresAccounts;
import dev.campanile.adapter.postgres.PostgresApiKeys;
import dev.campanile.adapter.postgres.PostgresAttachments;
import dev.campanile.adapter.postgres.PostgresAuditLog;
import dev.campanile.adapter.postgres.PostgresCampaignStore;
import dev.campanile.adapter.postgres.PostgresCapsStore;
import dev.campanile.adapter.postgres.PostgresCouponPools;
import dev.campanile.adapter.postgres.PostgresCrowds;
import dev.campanile.adapter.postgres.PostgresGlimpses;
import dev.campanile.adapter.postgres.PostgresInsiders;
import dev.campanile.adapter.postgres.PostgresKnownUsers;
import dev.campanile.adapter.postgres.PostgresLedger;
import dev.campanile.adapter.postgres.PostgresOutbox;
import dev.campanile.adapter.postgres.PostgresRecords;
import dev.campanile.adapter.postgres.PostgresSessions;
import dev.campanile.adapter.postgres.PostgresWakeUps;
import dev.campanile.adapter.postgres.PostgresWalks;
import dev.campanile.adapter.postgres.PostgresWarehouse;
import dev.campanile.adapter.redis.RedisHotStore;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.Outbox;
import dev.campanile.engine.state.HotStore;
import dev.campanile.engine.time.WakeUps;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.engine.warehouse.Insiders;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Ledger;
import dev.campanile.engine.warehouse.Records;
import dev.campanile.engine.warehouse.StateCodec;
import dev.campanile.engine.warehouse.Walks;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Where everything is kept: PostgreSQL, which is true, and Redis, which is hot. */
@Singleton
final class Stores {

  private static final String HOT_PREFIX = "campanile";

  @Produces
  @Singleton
  StateCodec states() {
    return new JsonStates();
  }

  @Produces
  @Singleton
  DataWarehouse warehouse(DataSource dataSource, StateCodec codec) {
    return new PostgresWarehouse(dataSource, codec);
  }

  @Produces
  @Singleton
  HotStore hot(Redis redis, StateCodec codec) {
    return new RedisHotStore(redis, codec, HOT_PREFIX);
  }

  @Produces
  @Singleton
  WakeUps wakeUps(DataSource dataSource) {
    return new PostgresWakeUps(dataSource);
  }

  @Produces
  @Singleton
  CampaignStore campaigns(DataSource dataSource) {
    return new PostgresCampaignStore(dataSource);
  }

  @Produces
  @Singleton
  CapsStore caps(DataSource dataSource) {
    return new PostgresCapsStore(dataSource);
  }

  @Produces
  @Singleton
  Attachments attachments(DataSource dataSource) {
    return new PostgresAttachments(dataSource);
  }

  @Produces
  @Singleton
  Records records(DataSource dataSource, StateCodec codec) {
    return new PostgresRecords(dataSource, codec);
  }

  @Produces
  @Singleton
  Walks walks(DataSource dataSource) {
    return new PostgresWalks(dataSource);
  }

  @Produces
  @Singleton
  KnownUsers knownUsers(DataSource dataSource) {
    return new PostgresKnownUsers(dataSource);
  }

  @Produces
  @Singleton
  Insiders insiders(DataSource dataSource) {
    return new PostgresInsiders(dataSource);
  }

  @Produces
  @Singleton
  Crowds crowds(DataSource dataSource) {
    return new PostgresCrowds(dataSource);
  }

  @Produces
  @Singleton
  Glimpses glimpses(DataSource dataSource, StateCodec codec) {
    return new PostgresGlimpses(dataSource, codec);
  }

  @Produces
  @Singleton
  Ledger ledger(DataSource dataSource) {
    return new PostgresLedger(dataSource);
  }

  @Produces
  @Singleton
  CouponPools pools(DataSource dataSource) {
    return new PostgresCouponPools(dataSource, new JsonValues());
  }

  @Produces
  @Singleton
  Accounts accounts(DataSource dataSource) {
    return new PostgresAccounts(dataSource);
  }

  @Produces
  @Singleton
  Sessions sessions(DataSource dataSource) {
    return new PostgresSessions(dataSource);
  }

  @Produces
  @Singleton
  ApiKeys keys(DataSource dataSource) {
    return new PostgresApiKeys(dataSource);
  }

  @Produces
  @Singleton
  AuditLog audit(DataSource dataSource) {
    return new PostgresAuditLog(dataSource);
  }

  @Produces
  @Singleton
  Outbox outbox(DataSource dataSource) {
    return new PostgresOutbox(dataSource, new JsonValues());
  }
}
