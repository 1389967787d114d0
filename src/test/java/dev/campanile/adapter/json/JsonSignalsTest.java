package dev.campanile.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.LogRecord;
import dev.campanile.engine.LogRecord.Readable;
import dev.campanile.engine.LogRecord.Unreadable;
import dev.campanile.engine.SignalCodec;
import dev.campanile.engine.state.OrderKey;
import dev.campanile.engine.state.Signal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonSignalsTest {

  private static final Instant TIME = Instant.parse("2026-03-01T10:15:30.123456789Z");
  private static final UserId ANNA = new UserId("änna \"😀\"");

  private final SignalCodec codec = new JsonSignals();

  @ParameterizedTest
  @MethodSource("signals")
  void readsEverySignalAsItWasWritten(Signal signal) {
    // when
    LogRecord read = codec.decode(7, codec.encode(signal));
    // then
    assertThat(read).isEqualTo(new Readable(7, signal));
  }

  static Stream<Signal> signals() {
    Map<String, Object> changes = new HashMap<>(Map.of("vip", true));
    changes.put("nickname", null);
    return Stream.of(
        event(
            Map.of("price", new BigDecimal("12345678901234567890.10"), "tags", List.of("a", "b"))),
        event(
            Map.of("nested", Map.of("text", "", "flag", false), "tiny", new BigDecimal("0.00001"))),
        new Signal.WakeUp(ANNA, TIME),
        new Signal.Settled(
            ANNA,
            new OrderKey("p-1", 2, 0),
            new ActionId("gift"),
            true,
            new Attributes(Map.of("code", "X")),
            TIME),
        new Signal.ProfileChanged(ANNA, changes, TIME),
        new Signal.Reviewed(ANNA, CampaignKey.parse("welcome@2"), TIME),
        new Signal.Migrated(ANNA, CampaignKey.parse("welcome@2"), TIME),
        new Signal.Stopped(ANNA, CampaignKey.parse("welcome@2"), TIME));
  }

  @Test
  void writesAnEventAsOneFlatObject() {
    // when
    byte[] bytes = codec.encode(event(Map.of("price", new BigDecimal("20"))));
    // then
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"signal":"event","id":"e-1","source":"shop","type":"order.paid",\
            "time":"2026-03-01T10:15:30.123456789Z","properties":{"price":20},"user":"änna \\"😀\\""}""");
  }

  @Test
  void writesNumbersWithoutExponents() {
    // when
    byte[] bytes = codec.encode(event(Map.of("price", new BigDecimal("2E+3"))));
    // then
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"price\":2000}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{}",
        "null",
        "{\"signal\":\"bell\",\"user\":\"anna\"}",
        "{\"signal\":\"wake-up\",\"user\":\"anna\"}",
        "{\"signal\":\"wake-up\",\"user\":\"\",\"due\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"wake-up\",\"user\":7,\"due\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"wake-up\",\"user\":\"anna\",\"due\":\"tomorrow\"}",
        "{\"signal\":\"wake-up\",\"user\":\"anna\",\"user\":\"eve\",\"due\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"wake-up\",\"user\":\"anna\",\"due\":\"2026-03-01T10:00:00Z\",\"more\":1}",
        "{\"signal\":\"wake-up\",\"user\":\"anna\",\"due\":\"2026-03-01T10:00:00Z\"} {}",
        "{\"signal\":\"wake-up\",\"user\":\"\\ud800\",\"due\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"profile\",\"user\":\"anna\",\"changes\":{\"x\":1e999999999},\"at\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"profile\",\"user\":\"anna\",\"changes\":{\"x\":NaN},\"at\":\"2026-03-01T10:00:00Z\"}",
        "{\"signal\":\"profile\",\"user\":\"anna\",\"changes\":[],\"at\":\"2026-03-01T10:00:00Z\"}"
      })
  void keepsWhatIsNoSignalForAPerson(String text) {
    // when
    LogRecord read = codec.decode(7, text.getBytes(StandardCharsets.UTF_8));
    // then
    assertThat(read)
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.offset()).isEqualTo(7);
              assertThat(unreadable.payload()).isEqualTo(text);
              assertThat(unreadable.error()).startsWith("Unreadable: ");
            });
  }

  @Test
  void keepsWhatIsNestedTooDeeplyForAPerson() {
    // given
    char[] brackets = new char[100_000];
    Arrays.fill(brackets, '[');
    // when
    LogRecord read = codec.decode(7, new String(brackets).getBytes(StandardCharsets.UTF_8));
    // then
    assertThat(read).isInstanceOf(Unreadable.class);
  }

  @Test
  void keepsARecordWithoutAValueForAPerson() {
    assertThat(codec.decode(7, null)).isInstanceOf(Unreadable.class);
  }

  private static Signal event(Map<String, Object> properties) {
    return new Signal.Happened(
        new Event(
            new EventId("shop", "e-1"), "order.paid", ANNA, TIME, new Attributes(properties)));
  }
}
