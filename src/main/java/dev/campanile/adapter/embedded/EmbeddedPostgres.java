package dev.campanile.adapter.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** PostgreSQL as a daemon that keeps every commit, even through a loss of power. */
final class EmbeddedPostgres implements EmbeddedService {

  private static final String USER = "postgres";
  private static final String DATABASE = "campanile";
  private static final int MAX_CONNECTIONS = 60;

  private static final long MEGABYTE = 1 << 20;

  private final PostgresPrograms programs;
  private final Path home;
  private final Path log;
  private final Path passwordFile;
  private final Daemon daemon;
  private final int port;

  private EmbeddedPostgres(DataDirectory directory, PostgresPrograms programs, int port)
      throws IOException {
    this.programs = programs;
    this.home = directory.file("postgres");
    this.log = directory.log("postgres");
    this.passwordFile = directory.file("postgres.password");
    this.daemon = new Daemon("postgres", home.resolve("postmaster.pid"), home);
    this.port = port;
  }

  static EmbeddedPostgres start(DataDirectory directory, int port, Consumer<String> say)
      throws IOException {
    var programs = PostgresPrograms.unpacked(directory.programs(), say);
    var postgres = new EmbeddedPostgres(directory, programs, Loopback.portOrFree(port));
    postgres.stopOrphan(say);
    postgres.initialise(say);
    postgres.startServer();
    postgres.createDatabase();
    return postgres;
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "quarkus.datasource.jdbc.url", jdbcUrl(DATABASE),
        "quarkus.datasource.username", USER,
        "quarkus.datasource.password", password());
  }

  @Override
  public String summary() {
    return "PostgreSQL %s on %s:%d, data in %s".formatted(major(), Loopback.ADDRESS, port, home);
  }

  @Override
  public void close() {
    try {
      if (daemon.running().isPresent()) {
        stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stopOrphan(Consumer<String> say) throws IOException {
    if (daemon.running().isPresent()) {
      say.accept("Stopping the PostgreSQL that an earlier run left behind");
      stop();
    }
    daemon.forgetKilled();
  }

  private void stop() throws IOException {
    Program.run(
        "PostgreSQL", log, programs.command("pg_ctl", "stop", "-w", "-m", "fast", "-D", home));
  }

  private void initialise(Consumer<String> say) throws IOException {
    // Present from before the first byte until initdb is done: what it marks was never in use.
    Path unfinished = home.resolveSibling("postgres.unfinished");
    if (Files.exists(unfinished)) {
      DataDirectory.delete(home);
    } else if (Files.exists(home.resolve("PG_VERSION"))) {
      return;
    }
    say.accept("Preparing PostgreSQL's data (once)");
    Files.writeString(unfinished, "");
    Secret.in(passwordFile);
    Program.run("initdb", log, initdb());
    Files.delete(unfinished);
  }

  private List<String> initdb() {
    // Text is compared by code point, the same on every machine.
    return programs.command(
        "initdb",
        "--username=" + USER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "-D",
        home);
  }

  private void startServer() throws IOException {
    // pg_ctl gives the server a session of its own: Ctrl-C at the terminal must not reach it before
    // the application has stopped.
    String options =
        "-p %d -c listen_addresses=%s -c unix_socket_directories= -c max_connections=%d -c fsync=on -c synchronous_commit=on %s"
            .formatted(port, Loopback.ADDRESS, MAX_CONNECTIONS, room());
    Program.run(
        "PostgreSQL",
        log,
        programs.command(
            "pg_ctl", "start", "-w", "-t", "60", "-l", log, "-o", options, "-D", home));
  }

  /**
   * After each checkpoint every page is logged whole when it is first touched. With the usual
   * gigabyte between two checkpoints that was three quarters of what a burst of timers wrote. A
   * small machine keeps what PostgreSQL takes by itself: 128 MB of memory, 1 GB of log.
   */
  private String room() throws IOException {
    var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long buffers = Math.clamp(machine.getTotalMemorySize() / MEGABYTE / 16, 128, 512);
    long log = Math.clamp(Files.getFileStore(home).getUsableSpace() / MEGABYTE / 16, 1024, 2048);
    return "-c shared_buffers=%dMB -c max_wal_size=%dMB".formatted(buffers, log);
  }

  private void createDatabase() throws IOException {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres"), USER, password());
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'");
      if (!found.next()) {
        statement.execute("CREATE DATABASE " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL runs, but refuses a connection: " + e.getMessage(), e);
    }
  }

  private String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s".formatted(Loopback.ADDRESS, port, database);
  }

  private String password() {
    try {
      return Secret.in(passwordFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String major() {
    try {
      return Files.readString(home.resolve("PG_VERSION")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
