package dev.campanile.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignId;
import dev.campanile.draft.Draft.Mark;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApprovalTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  /** Who did what to a draft in this order, who wants to publish it, and what stands against it. */
  @ParameterizedTest
  @CsvSource({
    "OFF,      anna begins,                                     anna,   ''",
    "OFF,      anna begins,                                     key:ci, ''",
    "OFF,      anna begins; anna submits,                       anna,   ''",
    "REQUIRED, anna begins,                                     anna,   NOT_SUBMITTED",
    "REQUIRED, anna begins,                                     ben,    NOT_SUBMITTED",
    "REQUIRED, anna begins; anna submits,                       anna,   OWN_WORK",
    "REQUIRED, anna begins; anna submits,                       ben,    ''",
    "REQUIRED, anna begins; anna submits,                       key:ci, NO_PERSON",
    "REQUIRED, anna begins; ben submits,                        anna,   OWN_WORK",
    "REQUIRED, anna begins; ben submits,                        ben,    OWN_WORK",
    "REQUIRED, anna begins; ben submits,                        cleo,   ''",
    "REQUIRED, anna begins; ben edits; cleo submits,            anna,   OWN_WORK",
    "REQUIRED, anna begins; ben edits; cleo submits,            dora,   ''",
    "REQUIRED, anna begins; ben edits; cleo edits; cleo submits, ben,   OWN_WORK",
    "REQUIRED, anna begins; ben edits; cleo submits,            ben,    OWN_WORK",
    "REQUIRED, anna begins; anna submits; ben edits,            cleo,   NOT_SUBMITTED",
    "REQUIRED, anna begins; anna submits; ben edits,            anna,   NOT_SUBMITTED",
    "REQUIRED, anna begins; anna submits; ben edits; anna submits, ben, OWN_WORK",
    "REQUIRED, anna begins; anna submits; anna withdraws,       ben,    NOT_SUBMITTED",
    "REQUIRED, anna begins; anna submits; ben rejects,          ben,    NOT_SUBMITTED",
    "REQUIRED, anna begins; anna submits; ben rejects; anna submits, ben, ''",
    "REQUIRED, anna begins; key:ci submits,                     anna,   SERVICES_WORK",
    "REQUIRED, key:ci begins; key:ci submits,                   anna,   SERVICES_WORK",
    "REQUIRED, key:ci begins; anna submits,                     anna,   OWN_WORK",
    "REQUIRED, key:ci begins; anna submits,                     ben,    ''",
  })
  void tellsWhoMayPublish(Approval approval, String story, String who, String expected) {
    // given
    Draft draft = Draft.begun(new CampaignId("hello"), "", 0, new Mark("nobody", NOON));
    for (String deed : story.split("; ")) {
      draft = done(draft, deed.split(" "));
    }
    // when
    Optional<Approval.Objection> objection =
        approval.objection(draft, who, !who.startsWith("key:"));
    // then
    assertThat(objection.map(Enum::name).orElse("")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "OFF,      anna,   ''",
    "OFF,      key:ci, ''",
    "REQUIRED, anna,   ''",
    "REQUIRED, key:ci, NO_PERSON"
  })
  void tellsWhoMaySubmit(Approval approval, String who, String expected) {
    // when
    Optional<Approval.Objection> objection = approval.objection(new Mark(who, NOON));
    // then
    assertThat(objection.map(Enum::name).orElse("")).isEqualTo(expected);
  }

  /** What was said stays said as long as it matters to whoever works on the draft. */
  @ParameterizedTest
  @CsvSource({
    "anna begins; anna submits,                          said by anna",
    "anna begins; anna submits; anna withdraws,          ''",
    "anna begins; anna submits; ben edits,               ''",
    "anna begins; anna submits; ben rejects,             said by ben",
    "anna begins; anna submits; ben rejects; anna edits, said by ben",
    "anna begins; anna submits; ben rejects; anna edits; anna submits, said by anna",
  })
  void keepsWhatWasSaid(String story, String expected) {
    // given
    Draft draft = Draft.begun(new CampaignId("hello"), "", 0, new Mark("nobody", NOON));
    // when
    Draft last =
        Arrays.stream(story.split("; "))
            .map(deed -> deed.split(" "))
            .reduce(draft, ApprovalTest::done, (one, other) -> other);
    // then
    assertThat(last.comment()).isEqualTo(expected);
  }

  private static Draft done(Draft draft, String[] deed) {
    var by = new Mark(deed[0], NOON);
    String said = "said by " + deed[0];
    return switch (deed[1]) {
      case "begins" -> Draft.begun(draft.campaign(), "", 0, by);
      case "edits" -> draft.edited("", 0, by);
      case "submits" -> draft.submitted(said, Map.of(), by);
      case "withdraws" -> draft.withdrawn();
      case "rejects" -> draft.rejected(said, by);
      default -> throw new IllegalArgumentException(deed[1]);
    };
  }
}
