package dev.campanile.adapter.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Redis as a daemon with an append-only file, at most a second behind. */
final class EmbeddedRedis implements EmbeddedService {

  static final String PROGRAM = "redis-server-7.0.15";

  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int SOCKET_TIMEOUT_MILLIS = 1000;
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final Path home;
  private final Path log;
  private final Daemon daemon;
  private final String password;
  private final int port;

  private EmbeddedRedis(DataDirectory directory, int port) throws IOException {
    this.home = directory.home("redis");
    this.log = directory.log("redis");
    this.daemon = new Daemon("redis-server", home.resolve("redis.pid"), home);
    this.password = Secret.in(directory.file("redis.password"));
    this.port = port;
  }

  static EmbeddedRedis start(DataDirectory directory, int port, Consumer<String> say)
      throws IOException {
    Path program = unpacked(directory.programs());
    var redis = new EmbeddedRedis(directory, Loopback.portOrFree(port));
    redis.stopOrphan(say);
    redis.startServer(program, directory.file("redis.conf"));
    return redis;
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "quarkus.redis.hosts", "redis://:%s@%s:%d".formatted(password, Loopback.ADDRESS, port));
  }

  @Override
  public String summary() {
    return "Redis 7.0 on %s:%d, data in %s".formatted(Loopback.ADDRESS, port, home);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked(Path programs) throws IOException {
    var resource = new Resource(Platform.current().redisServer(), "Redis", "QUARKUS_REDIS_HOSTS");
    Path program = programs.resolve(resource.path().substring(1));
    if (Files.exists(program)) {
      return program;
    }
    Path unfinished = Files.createTempFile(programs, "unfinished", "");
    try (var stream = resource.open()) {
      Files.copy(stream, unfinished, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
    return Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private void stopOrphan(Consumer<String> say) throws IOException {
    if (daemon.running().isPresent()) {
      say.accept("Stopping the Redis that an earlier run left behind");
      stop();
    }
  }

  private void startServer(Path program, Path configuration) throws IOException {
    Secret.write(configuration, configuration());
    Program.run("Redis", log, List.of(program.toString(), configuration.toString()));
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!answers()) {
      if (System.nanoTime() > deadline) {
        throw new EmbeddedServicesException(
            "Expected Redis to answer within %s, but it did not.\nMaybe %s tells why."
                .formatted(START_TIMEOUT, log));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private String configuration() {
    // A daemon has a session of its own: Ctrl-C at the terminal must not reach it before the
    // application has stopped.
    return """
        bind %s
        port %d
        requirepass %s
        daemonize yes
        dir "%s"
        pidfile "%s"
        logfile "%s"
        appendonly yes
        appendfsync everysec
        save ""
        """
        .formatted(Loopback.ADDRESS, port, password, home, daemon.pidFile(), log);
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(Loopback.ADDRESS, port), SOCKET_TIMEOUT_MILLIS);
      socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
      var greeting = "AUTH %s\r\nPING\r\nQUIT\r\n".formatted(password);
      socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
      var answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.US_ASCII).contains("+PONG");
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private void stop() throws IOException {
    var running = daemon.running();
    if (running.isEmpty()) {
      return;
    }
    running.get().destroy();
    if (!daemon.endsWithin(STOP_TIMEOUT)) {
      running.get().destroyForcibly();
    }
  }
}
