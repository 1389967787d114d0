package dev.campanile.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.Path;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @Test
  void readsOneEvent() {
    // when
    Event event =
        document(
                """
                {"id": "o-1", "source": "shop", "type": "order.paid", "user": "anna",
                 "time": "2026-11-01T20:00:00.123456+08:00", "properties": {"amount": 120.50, "coupon": null}}""")
            .getFirst();
    // then
    assertThat(event.id()).isEqualTo(new EventId("shop", "o-1"));
    assertThat(event.time()).isEqualTo("2026-11-01T12:00:00.123456Z");
    assertThat(event.properties().at(Path.of("amount"))).contains(new BigDecimal("120.50"));
    assertThat(event.properties().at(Path.of("coupon"))).isEmpty();
  }

  @Test
  void datesAnEventWithoutTimeByItsArrival() {
    // when
    Event event = document("{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\"}").getFirst();
    // then
    assertThat(event.time()).isEqualTo(NOW);
    assertThat(event.id().source()).isEqualTo("api");
  }

  @Test
  void readsAnArrayAndLinesInOrder() {
    // given
    String first = event("\"id\":\"1\"");
    String second = event("\"id\":\"2\"");
    // when
    List<Event> array = document("[" + first + ", " + second + "]");
    List<Event> lines = lines(first + "\n\n" + second + "\r\n");
    // then
    assertThat(array).extracting(e -> e.id().id()).containsExactly("1", "2");
    assertThat(lines).isEqualTo(array);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"type\":\"t\",\"user\":\"u\"}' | id | missing",
        "'{\"id\":\" \",\"type\":\"t\",\"user\":\"u\"}' | id | blank",
        "'{\"id\":7,\"type\":\"t\",\"user\":\"u\"}' | id | a number",
        "'{\"id\":\"a\\u0000\",\"type\":\"t\",\"user\":\"u\"}' | id | control character",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"time\":\"yesterday\"}' | time | yesterday",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"time\":\"2026-11-01T12:05:01Z\"}' | time | in the future",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"time\":\"1969-12-31T23:59:59Z\"}' | time | 1970",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"properties\":[1]}' | properties | an array",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"properties\":{\"a\":\"x\\u0000\"}}' | properties.a | NUL",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"properties\":{\"a\":\"\\ud800\"}}' | properties.a | half a character",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"properties\":{\"a\":1e999}}' | properties.a | 100 digits",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"properties\":{\"a\":1,\"a\":2}}' | properties.a | once",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"propertys\":{}}' | propertys | another key",
        "'{\"id\":\"1\",\"type\":\"t\",\"user\":\"u\",\"dryRun\":true}' | dryRun | another key",
        "'17' | '' | a JSON object"
      })
  void refusesWhatItCannotKeep(String body, String field, String reason) {
    // when
    Problem problem = refusal(() -> document(body));
    // then
    assertThat(problem.status()).isEqualTo(422);
    assertThat(errors(problem)).hasSize(1);
    assertThat(errors(problem).getFirst().field()).isEqualTo(field);
    assertThat(errors(problem).getFirst().reason()).contains(reason);
  }

  @Test
  void takesWhatIsFiveMinutesAhead() {
    // when
    Event event = document(event("\"id\":\"1\",\"time\":\"2026-11-01T12:05:00Z\"")).getFirst();
    // then
    assertThat(event.time()).isEqualTo("2026-11-01T12:05:00Z");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    // when
    Problem problem = refusal(() -> document(event("\"id\":\"" + "x".repeat(257) + "\"")));
    // then
    assertThat(errors(problem).getFirst().reason())
        .isEqualTo("Expected at most 256 characters, but got 257.");
  }

  @Test
  void takesSixteenLevelsAndRefusesSeventeen() {
    // given
    String sixteen = "{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}";
    String seventeen = "{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}";
    // when
    Problem problem = refusal(() -> document(event("\"id\":\"1\",\"properties\":" + seventeen)));
    // then
    assertThat(errors(problem).getFirst().reason()).contains("16 levels");
    assertThat(document(event("\"id\":\"1\",\"properties\":" + sixteen))).hasSize(1);
  }

  @Test
  void refusesPropertiesLargerThanTheirBound() {
    // given
    String atTheBound = "{\"a\":\"" + "x".repeat((64 << 10) - 8) + "\"}";
    String beyond = "{\"a\":\"" + "x".repeat((64 << 10) - 7) + "\"}";
    // when
    Problem problem = refusal(() -> document(event("\"id\":\"1\",\"properties\":" + beyond)));
    // then
    assertThat(errors(problem).getFirst().reason())
        .isEqualTo("Expected at most 65536 bytes, but got 65537.");
    assertThat(document(event("\"id\":\"1\",\"properties\":" + atTheBound))).hasSize(1);
  }

  @Test
  void namesEveryBadEventByIndexAndLine() {
    // given
    String body =
        String.join(
            "\n", event("\"id\":\"1\""), "", "{\"id\":", event("\"id\":\"3\"") + " 4", "[]");
    // when
    Problem problem = refusal(() -> lines(body));
    // then
    assertThat(errors(problem))
        .extracting(BadEvent::index, BadEvent::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, Optional.of(3)),
            org.assertj.core.groups.Tuple.tuple(2, Optional.of(4)),
            org.assertj.core.groups.Tuple.tuple(3, Optional.of(5)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "'{'", "'[{}'", "'nonsense'", "'{} {}'", "'[] 1'"})
  void refusesWhatIsNoJson(String body) {
    // when
    Problem problem = refusal(() -> document(body));
    // then
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.detail()).startsWith("Expected");
  }

  @Test
  void refusesMoreEventsThanABatchMayHave() {
    // given
    String most =
        IntStream.range(0, EventReader.MOST_EVENTS)
            .mapToObj(i -> event("\"id\":\"" + i + "\""))
            .collect(Collectors.joining("\n"));
    // when
    Problem problem = refusal(() -> lines(most + "\n" + event("\"id\":\"more\"")));
    // then
    assertThat(problem.status()).isEqualTo(413);
    assertThat(lines(most)).hasSize(EventReader.MOST_EVENTS);
  }

  @Test
  void tellsTheFirstHundredProblemsAndCountsAll() {
    // given
    String body = "{}\n".repeat(50); // three keys are missing in each
    // when
    Problem problem = refusal(() -> lines(body));
    // then
    assertThat(errors(problem)).hasSize(100);
    assertThat(problem.members()).containsEntry("errorCount", 150);
  }

  private static String event(String fields) {
    return "{\"type\":\"t\",\"user\":\"u\"," + fields + "}";
  }

  private static List<Event> document(String body) {
    return new EventReader(NOW).document(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Event> lines(String body) {
    return new EventReader(NOW).lines(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
    return catchThrowableOfType(ProblemException.class, reading).problem();
  }

  @SuppressWarnings("unchecked")
  private static List<BadEvent> errors(Problem problem) {
    return (List<BadEvent>) problem.members().get("errors");
  }
}
