package dev.campanile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.testkit.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hours of a real shop, once live and once in the backtest. */
final class ClickstreamIT {

  private static final int EVENTS = 96_168;

  @TempDir private Path home;

  @Test
  void theServiceDoesWhatTheBacktestForetells() throws IOException, InterruptedException {
    // given
    String data = System.getenv("CAMPANILE_TEST_DATA");
    assumeThat(data).as("CAMPANILE_TEST_DATA, the folder that holds clickstream/").isNotNull();
    List<String> lines = lines(Path.of(data, "clickstream", "events.jsonl.gz"));
    Map<String, String> texts = campaigns();
    try (var server = RunningServer.start(home, Map.of())) {
      var run = new LiveRun(server, LiveRun.graphs(texts), lines, home);
      run.publish(texts);
      // when
      run.send();
      run.awaitJudged();
      // then
      JsonNode ledger = run.ledger();
      assertThat(ledger.at("/balanced").asBoolean()).as(ledger.toString()).isTrue();
      assertThat(ledger.at("/sum/in").asInt()).isEqualTo(EVENTS);
      assertThat(ledger.at("/sum/moves").asLong())
          .as("nobody else took part")
          .isEqualTo(run.expected.report().tallied().moves());
      assertThat(run.participations()).isEqualTo(run.expectedParticipations());
    }
  }

  private static List<String> lines(Path file) throws IOException {
    var bytes = new GZIPInputStream(Files.newInputStream(file));
    try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static Map<String, String> campaigns() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (var files =
        Files.newDirectoryStream(Path.of("src/test/resources/clickstream"), "*.yaml")) {
      for (Path file : files) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
