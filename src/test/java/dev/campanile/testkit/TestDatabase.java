package dev.campanile.testkit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A migrated schema of its own in the PostgreSQL of all tests. */
public final class TestDatabase implements AutoCloseable {

  private static final int CONNECTIONS = 10;

  private static final String CLEAR =
      """
      ALTER TABLE audit DISABLE TRIGGER audit_is_never_emptied;
      TRUNCATE campaign, campaign_pause, campaign_version, caps_version, partition_owner, ledger, seen, dead_event, user_state,
        participation, history, transition, refusal, orders, coupon, coupon_pool,
        attachment, attachment_name, attachment_content, user_walk, entry_wake, quota, quota_lease, campaign_flow,
        account, account_network, account_session, api_key, audit, draft, layout,
        scenario, event_log, event_log_piece, backtest;
      ALTER TABLE audit ENABLE TRIGGER audit_is_never_emptied;
      UPDATE campaign_revision SET revision = 0""";

  private final AgroalDataSource dataSource;

  private TestDatabase(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Connects and migrates; what the schema holds from another run of this JVM is still there. */
  public static TestDatabase schema(String name) {
    try {
      var dataSource =
          AgroalDataSource.from(
              new AgroalDataSourceConfigurationSupplier()
                  .connectionPoolConfiguration(
                      pool ->
                          pool.maxSize(CONNECTIONS)
                              .acquisitionTimeout(Duration.ofSeconds(10))
                              .exceptionSorter(new PostgreSQLExceptionSorter())
                              .connectionFactoryConfiguration(
                                  factory ->
                                      factory.jdbcUrl(
                                          TestServices.start().jdbcUrl()
                                              + "&currentSchema="
                                              + name))));
      Flyway.configure().dataSource(dataSource).schemas(name).load().migrate();
      return new TestDatabase(dataSource);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public void clear() {
    execute(CLEAR);
  }

  public void execute(String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
