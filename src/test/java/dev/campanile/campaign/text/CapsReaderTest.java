package dev.campanile.campaign.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.ParticipationRules.Per;
import dev.campanile.campaign.ParticipationRules.Unit;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.text.CapsReader.Told;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CapsReaderTest {

  private static final Caps BOTH =
      new Caps(
          List.of(
              new Cap(Optional.of("sms"), Optional.empty(), 2, new Per.Calendar(Unit.DAY)),
              new Cap(
                  Optional.of("sms"),
                  Optional.of("promo"),
                  5,
                  new Per.Sliding(Span.parse("P7D")))));

  private final CapsReader reader = new CapsReader(new SnakeYamlTreeParser());

  @Test
  void readsChannelsTagsAndPeriods() {
    // when
    Caps caps =
        read(
            """
            caps:
              - { channel: sms, count: 2, per: day }
              - { channel: sms, tag: promo, count: 5, per: P7D }
            """);
    // then
    assertThat(caps).isEqualTo(BOTH);
  }

  @Test
  void readsBackWhatIsPrinted() {
    assertThat(read(CapsText.yaml(BOTH))).isEqualTo(BOTH);
    assertThat(read(CapsText.json(BOTH))).isEqualTo(BOTH);
    assertThat(read(CapsText.yaml(Caps.NONE))).isEqualTo(Caps.NONE);
  }

  @Test
  void tellsEverythingThatIsWrongAtItsPlace() {
    // when
    Told told =
        reader.read(
            """
            caps:
              - { channel: sms, count: 0, per: day }
              - { count: 1, per: day }
              - { chanel: sms, count: 1, per: fortnight }
              - { tag: promo, count: 1, per: day }
              - { tag: promo, count: 2, per: day }
            """);
    // then
    assertThat(told).isInstanceOf(Told.Refused.class);
    assertThat(((Told.Refused) told).violations())
        .extracting(one -> one.place() + " " + one.message())
        .containsExactly(
            "2:28 Expected a whole number from 1 on, but got '0'.",
            "3:5 Expected a 'channel', a 'tag' or both, but got none.",
            "4:5 Expected a 'channel', a 'tag' or both, but got none.",
            "4:7 Expected a known key, but got 'chanel'.",
            "4:35 Expected an ISO 8601 duration such as P3D or PT90M, but got 'fortnight'.",
            "6:5 Expected one cap of #promo for this period, but there is another one.");
  }

  @Test
  void boundsWhatTheStateOfAUserHolds() {
    // given
    String most = "  - { channel: c%d, count: 1000, per: day }\n";
    var caps = new StringBuilder("caps:\n");
    IntStream.range(0, 100).forEach(i -> caps.append(most.formatted(i)));
    // then
    assertThat(read(caps.toString()).caps()).hasSize(100);
    assertThat(refused(caps + most.formatted(100)))
        .containsExactly("2:3 Expected at most 100 caps, but got 101.");
    assertThat(refused("caps: [ { channel: sms, count: 1001, per: day } ]"))
        .containsExactly("1:32 Expected a count of at most 1,000, but got 1001.");
  }

  private List<String> refused(String text) {
    return ((Told.Refused) reader.read(text))
        .violations().stream().map(one -> one.place() + " " + one.message()).toList();
  }

  private Caps read(String text) {
    return ((Told.Read) reader.read(text)).caps();
  }
}
