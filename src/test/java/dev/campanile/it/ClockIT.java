package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.campanile.testkit.RunningServer;
import dev.campanile.testkit.TestServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service whose clock, and its clock alone, jumps ahead, is set back, and runs at double speed:
 * no timer fires early, and none twice.
 *
 * <p>It needs libfaketime, as {@code apt-get install libfaketime} brings it, and is not run where
 * it is not.
 */
final class ClockIT {

  private static final int USERS = 400;
  private static final Duration WAIT = Duration.ofMinutes(10);
  private static final Duration SPREAD = Duration.ofSeconds(24);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the clock shows, in the words of libfaketime. */
  private static final List<String> CLOCKS = List.of("+3600", "-3600", "+0 x2", "+0");

  private static final String CAMPAIGN =
      """
      {"campaign": "timers",
       "entry": [{"when": [["event begin"]], "to": "wait"}],
       "nodes": {"wait": {}, "done": {}},
       "edges": [{"from": "wait", "to": "done", "when": [["after PT10M"]]}]}""";

  private static final String EARLY =
      """
      SELECT count(*) FROM transition t JOIN transition b ON b.participation = t.participation
        AND b.to_node = 'wait' JOIN ledger l ON l.partition = t.partition
        AND l.from_offset <= t.log_offset AND l.to_offset > t.log_offset
      WHERE t.to_node = 'done' AND (l.at < b.at + interval '10 minutes' OR t.at < b.at + interval '10 minutes')""";

  private static final String FIRED = "SELECT count(*) FROM transition WHERE to_node = 'done'";

  @TempDir private Path home;

  @Test
  void noTimerIsEarlyOrFiresTwiceHoweverTheClockIsSet() throws Exception {
    // given
    List<Path> libraries = libraries();
    assumeThat(libraries).as("libfaketime: apt-get install libfaketime").isNotEmpty();
    Path shown = Files.writeString(home.resolve("clock"), "+0");
    Map<String, String> environment = new HashMap<>(TestServices.start().environment());
    environment.put("LD_PRELOAD", libraries.getFirst().toString());
    environment.put("FAKETIME_TIMESTAMP_FILE", shown.toString());
    environment.put("FAKETIME_CACHE_DURATION", "1");
    // As with any clock that is set: what measures spans goes on steadily.
    environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    environment.put("DONT_FAKE_MONOTONIC", "1");
    try (var server = RunningServer.start(home, environment)) {
      assertThat(server.post("/v1/campaigns", "application/json", CAMPAIGN).statusCode())
          .isEqualTo(201);
      send(server, Instant.now().plusSeconds(5).minus(WAIT));
      // when
      for (String clock : CLOCKS) {
        long before = count(FIRED);
        Files.writeString(shown, clock);
        Awaitility.await("fired while the clock shows " + clock)
            .atMost(PATIENCE)
            .until(() -> count(FIRED) >= Math.min(USERS, before + USERS / CLOCKS.size()));
      }
      // then
      Awaitility.await("all fired").atMost(PATIENCE).until(() -> count(FIRED) >= USERS);
      assertThat(count(FIRED)).isEqualTo(USERS);
      assertThat(count(EARLY)).isZero();
    }
  }

  /** So that one after the other falls due from five seconds on. */
  private static void send(RunningServer server, Instant begin)
      throws IOException, InterruptedException {
    String events =
        IntStream.range(0, USERS)
            .mapToObj(
                i ->
                    "{\"id\": \"%d\", \"type\": \"begin\", \"user\": \"user-%d\", \"time\": \"%s\"}"
                        .formatted(i, i, begin.plus(SPREAD.multipliedBy(i).dividedBy(USERS))))
            .collect(Collectors.joining("\n"));
    assertThat(server.post("/v1/events", "application/x-ndjson", events).statusCode())
        .isEqualTo(202);
  }

  private static long count(String sql) throws SQLException {
    try (var database = DriverManager.getConnection(TestServices.start().jdbcUrl());
        var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Path> libraries() throws IOException {
    Path folder = Path.of("/usr/lib");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.find(folder, 3, (path, is) -> path.endsWith("libfaketimeMT.so.1"))) {
      return files.toList();
    }
  }
}
