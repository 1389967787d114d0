package dev.campanile.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class CsvLogsTest {

  private final List<Event> events = new ArrayList<>();

  @Test
  void readsAColumnForEachProperty() throws IOException {
    // when
    List<String> problems =
        read(
            """
            user,time,type,id,source,amount,vip,code,note
            ada,2026-03-01T10:00:00Z,paid,1,shop,7.50,true,007,"a, b"
            """
                .getBytes(StandardCharsets.UTF_8));
    // then
    assertThat(problems).isEmpty();
    Event event = events.getFirst();
    assertThat(event.id()).isEqualTo(new EventId("shop", "1"));
    assertThat(event.time()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(event.properties().values())
        .isEqualTo(
            Map.of("amount", new BigDecimal("7.50"), "vip", true, "code", "007", "note", "a, b"));
  }

  @Test
  void readsWhatIsCompressed() throws IOException {
    // given
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write("id,type,user,time,x\n1,a,ada,2026-03-01T10:00:00Z,\n".getBytes());
    }
    // when
    List<String> problems = read(bytes.toByteArray());
    // then
    assertThat(problems).isEmpty();
    assertThat(events.getFirst().properties().values()).isEmpty();
  }

  @Test
  void namesTheLineOfEachProblem() throws IOException {
    // when
    List<String> problems =
        read("id,type,user,time\n1,a,ada,noon\n2,a,,2026-03-01T10:00:00Z\n".getBytes());
    List<String> bare = read("id,type\n1,a\n".getBytes());
    // then
    assertThat(problems).hasSize(2);
    assertThat(problems.getFirst())
        .isEqualTo("a.csv:2: Expected an instant such as 2026-12-01T09:00:00Z, but got 'noon'.");
    assertThat(problems.getLast()).startsWith("a.csv:3: ");
    assertThat(bare.getFirst()).startsWith("a.csv:2: Expected the columns id, type, user and time");
  }

  private List<String> read(byte[] content) throws IOException {
    return new CsvLogs().read("a.csv", new ByteArrayInputStream(content), events::add);
  }
}
