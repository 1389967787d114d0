package dev.campanile.translator.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.Action;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.Reading;
import dev.campanile.testkit.Languages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksTest {

  private static final CampaignReader READER =
      new CampaignReader(
          new SnakeYamlTreeParser(), new Re2RegularExpressions(), new CronUtilsTimetables());

  private static final Offer OFFER =
      new Offer() {
        @Override
        public List<String> problems(Action action) {
          return switch (action.kind()) {
            case "log" -> List.of();
            case "coupon" -> noPool(action.parameters().values().get("pool"));
            default ->
                List.of("Expected a channel, but there is no '%s'.".formatted(action.kind()));
          };
        }

        @Override
        public Optional<Set<String>> results(String kind) {
          return kind.equals("coupon") ? Optional.of(Set.of("code", "pool")) : Optional.empty();
        }
      };

  @Test
  void acceptsWhatIsExecuted() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            audience: { where: [["user.age gte 18"]] }
            schedule: { start: 2026-12-01T00:00, timezone: Asia/Shanghai }
            participation: { mode: parallel, active: 3, key: event.orderId, limits: [{count: 1, per: day}], re-entry: P1D }
            entry:
              - { when: [["event order.paid where amount gte 20"], ["user.vip eq true"]], to: a }
              - { when: [["sum(amount of order.paid) gte 999 within P7D"]], to: a }
            nodes:
              a: { actions: [ {coupon: {id: gift, pool: WELCOME10}}, {log: {text: "{gift.code} {user.name}"}} ] }
              b: {}
            edges:
              - { from: a, to: b, when: [["after P3D"], ["count(order.paid) eq 0", "event x where code eq {gift.code}"]] }
              - { from: a, to: b, when: [["after P30D"]] }
            """);
    // then
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules tiers"})
  void refusesConditionsThatAreNotExecutedYetAtTheirCell(String condition) {
    // when
    List<Violation> found =
        check(twoNodes("[[\"event x\"], [\"event y\", \"" + condition + "\"]]"));
    // then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().element()).isEqualTo("edges[0].when[1][1]");
    assertThat(found.getFirst().place()).isEqualTo(new Place(5, 55));
    assertThat(found.getFirst().message()).endsWith("is not executed yet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{entry.city}", "{user.city}"})
  void refusesToCountSinceEverWhatOnlyAParticipationKnows(String reference) {
    // when
    List<Violation> found =
        check(
            twoNodes(
                "[[\"event x\"], [\"count(order.paid where city eq %s) gte 1 since ever\"]]"
                    .formatted(reference)));
    // then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().element()).isEqualTo("edges[0].when[1][0]");
    assertThat(found.getFirst().message())
        .startsWith("Expected values that are known of all events since ever, but");
  }

  @Test
  void findsLaunchesThatReachNobody() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            schedule: { start: 2026-05-01, end: 2026-06-01 }
            participation: { key: event.id, limits: [ { count: 5, of: all }, { count: 9, per: day } ] }
            entry:
              - { launch: { cron: "0 9 31 2 *" }, to: a }
              - { launch: { at: 2026-07-01 }, to: a }
              - { launch: { date: user.born, repeat: yearly }, to: a }
            nodes: { a: {} }
            """);
    // then
    assertThat(found)
        .extracting(Violation::element, violation -> violation.severity().name())
        .contains(
            tuple("entry[0].launch", "ERROR"),
            tuple("entry[1].launch", "ERROR"),
            tuple("entry[1].launch", "WARNING"),
            tuple("entry[2].launch", "ERROR"),
            tuple("participation.limits[1]", "WARNING"));
  }

  @Test
  void refusesTheFrameThatIsNotExecutedYetAllAtOnce() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            participation: { limits: [ {count: 5, of: all} ] }
            goal: { when: [["rules tiers"]] }
            entry:
              - launch: { cron: "0 9 * * MON" }
                to: a
            nodes: { a: { actions: [ {log: {amount: {rules: tiers}}} ] } }
            """);
    // then
    assertThat(found).allMatch(violation -> violation.message().endsWith("is not executed yet."));
    assertThat(found)
        .extracting(Violation::element)
        .containsExactly("goal.when[0][0]", "nodes.a.actions[0].log.amount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"user.vip eq true\"]]",
        "[[\"event x\"], [\"event y\"], [\"user.vip eq true\"]]"
      })
  void allowsEntriesThatAChangeOfTheProfileOpens(String trigger) {
    // when
    List<Violation> found =
        check("campaign: c\nentry: [ { when: " + trigger + ", to: a } ]\nnodes: { a: {} }\n");
    // then
    assertThat(found).isEmpty();
  }

  @Test
  void refusesNodesThatNobodyCanReach() {
    // when
    List<Violation> found =
        errors(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes: { a: {}, b: {}, d: {} }
            edges: [ { from: b, to: d, when: [["event y"]] } ]
            """);
    // then
    assertThat(found)
        .extracting(Violation::message)
        .containsExactly(
            "Expected node 'b' to be reachable, but no edge leads to it.",
            "Expected node 'd' to be reachable, but no way from an entry leads to it.");
  }

  @Test
  void refusesAWayRoundThatTakesNoTime() {
    // when
    List<Violation> found = errors(circle("always", "count(x) eq 0"));
    // then
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().message()).contains("users may go round at once: a -> b -> a");
  }

  @Test
  void doubtsThatOneDwellsInTwoAreasAtOnce() {
    // when
    List<Violation> home = errors(circle("dwell PT1H 1 1 1km", "dwell PT2H 1 1 1km"));
    List<Violation> away = errors(circle("dwell PT1H 1 1 1km", "dwell PT1H 50 50 1km"));
    // then
    assertThat(home).hasSize(1);
    assertThat(away).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event x",
        "after PT1M",
        "count(x) gte 1",
        "avg(n of x) lt 5",
        "user.vip eq false",
        "user.vip ne true"
      })
  void acceptsAWayRoundOnWhichSomethingMustPass(String condition) {
    // when
    List<Violation> found = errors(circle("user.vip eq true", condition));
    // then
    assertThat(found).isEmpty();
  }

  @Test
  void refusesReferencesToNothing() {
    // when
    List<Violation> found =
        errors(
            """
            campaign: c
            entry: [ { when: [["event x where id eq {entry.id}"]], to: a } ]
            nodes: { a: { actions: [ {log: {text: "Hi {name.first}, {user.name}"}} ] }, b: {} }
            edges: [ { from: a, to: b, when: [["event y where code eq {gift.code}"]] } ]
            """);
    // then
    assertThat(found)
        .extracting(Violation::message)
        .containsExactly(
            "Expected a value that is there before the entry, but {entry.…} is not.",
            "Expected a reference to what is known, but there is no 'name'.",
            "Expected a reference to what is known, but there is no 'gift'.");
  }

  @Test
  void tellsFlawsOfTextsAtTheVeryPlaceAllAtOnce() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes:
              a:
                actions:
                  - log: { id: gift }
                  - log: { text: "a \\"b\\" {usr.name} {gift.cod} {#include x /}", n: ["{user}", {deep: "{event.x.uper()}"}] }
                  - log:
                      html: |
                        <p>Hi</p>
                        {nobody.here}
            """);
    // then
    assertThat(found)
        .extracting(Violation::place, Violation::message, Violation::advice)
        .containsExactly(
            tuple(
                new Place(7, 53),
                "Expected a section of if, for, each, but got '{#include x /}'.",
                "Maybe write \\{ where a brace is meant."),
            tuple(
                new Place(7, 75),
                "Expected a value of 'user', but it has none itself.",
                "Maybe use {user.…}."),
            tuple(
                new Place(7, 92),
                "Expected a method of upper, lower, capitalized, encoded, size, join, round, format,"
                    + " date, or, but got 'uper'.",
                "Maybe you meant 'upper'."),
            tuple(
                new Place(9, 17),
                "Expected a reference to what is known, but there is no 'nobody'. (In line 2 of the"
                    + " text.)",
                "Maybe use event, entry or user, or an action: gift, log, log-2."));
  }

  @Test
  void refusesResultsThatAnActionDoesNotGive() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes:
              a: { actions: [ {coupon: {id: gift, pool: WELCOME10}}, {log: {text: "{gift.cod} {usr.x}"}} ] }
              b: {}
            edges: [ { from: a, to: b, when: [["event y where code eq {gift.codes}"]] } ]
            """);
    // then
    assertThat(found)
        .filteredOn(violation -> violation.severity() == Severity.ERROR)
        .extracting(Violation::place, Violation::message, Violation::advice)
        .containsExactly(
            tuple(
                new Place(4, 72),
                "Expected a result of 'gift' (code, pool), but got 'cod'.",
                "Maybe you meant 'gift.code'."),
            tuple(
                new Place(4, 83),
                "Expected a reference to what is known, but there is no 'usr'.",
                "Maybe you meant 'user'."),
            tuple(
                new Place(6, 36),
                "Expected a result of 'gift' (code, pool), but got 'codes'.",
                "Maybe you meant 'gift.code'."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          after P1D                          | true
          user.vip eq true                   | true
          event y                            | false
          count(y) eq 0                      | false
          """)
  void warnsOfAnEventWhereTimeAloneLeads(String condition, boolean warned) {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes: { a: {}, b: {}, d: { actions: [ {log: {text: "{event.x} {entry.x}"}} ] } }
            edges:
              - { from: a, to: b, when: [["event y"], ["after P1D"]] }
              - { from: b, to: a, when: [["after P1D"]] }
              - { from: a, to: d, when: [["after P1D"], ["%s"]] }
            """
                .formatted(condition));
    // then
    assertThat(found)
        .filteredOn(violation -> violation.element().equals("nodes.d.actions[0].log.text"))
        .extracting(Violation::message)
        .isEqualTo(
            warned
                ? List.of("Expected an event that leads to 'd', but only time and profiles do.")
                : List.of());
  }

  @Test
  void warnsOfAResultThatIsNotThereYet() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes:
              a:
                strategy: parallel
                actions: [ {coupon: {id: gift, pool: WELCOME10}}, {log: {text: "{gift.code}"}} ]
            """);
    // then
    assertThat(found).extracting(Violation::severity).containsExactly(Severity.WARNING);
  }

  @Test
  void warnsOfAnEdgeThatIsNeverTaken() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes: { a: {}, b: {}, d: {} }
            edges:
              - { from: a, to: b, when: [["always"]] }
              - { from: a, to: d, when: [["event y"]] }
            """);
    // then
    assertThat(found)
        .extracting(Violation::message)
        .containsExactly(
            "Expected edge 'a-d' to be taken at times, but 'a-b' before it always holds.");
  }

  @Test
  void refusesActionsThatNoChannelOrPoolServes() {
    // when
    List<Violation> found =
        check(
            """
            campaign: c
            entry: [ { when: [["event x"]], to: a } ]
            nodes: { a: { actions: [ {pigeon: {}}, {coupon: {pool: SPRING}} ] } }
            """);
    // then
    assertThat(found)
        .extracting(Violation::message, Violation::advice, Violation::place)
        .containsExactly(
            tuple("Expected a channel, but there is no 'pigeon'.", "", new Place(3, 27)),
            tuple(
                "Expected a coupon pool, but there is none.", "Maybe load it.", new Place(3, 41)));
  }

  private static List<String> noPool(Object name) {
    return "WELCOME10".equals(name)
        ? List.of()
        : List.of("Expected a coupon pool, but there is none.\nMaybe load it.");
  }

  @Test
  void aLongChainIsNoCircle() {
    // given
    var text = new StringBuilder("campaign: c\nentry: [ { when: [[\"event x\"]], to: n0 } ]\n");
    text.append("nodes: { n0: {}");
    IntStream.rangeClosed(1, 3_000).forEach(i -> text.append(", n%d: {}".formatted(i)));
    text.append(" }\nedges:\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("  - { from: n%d, to: n%d, when: [[\"always\"]] }\n".formatted(i, i + 1));
    }
    // when
    List<Violation> found = check(text.toString());
    // then
    assertThat(found).isEmpty();
  }

  private static String twoNodes(String trigger) {
    return """
        campaign: c
        entry: [ { when: [["event x"]], to: a } ]
        nodes: { a: { actions: [ {log: {text: hi}} ] }, b: {} }
        edges:
          - { from: a, to: b, when: %s }
          - { from: a, to: b, when: [["after P30D"]] }
        """
        .formatted(trigger);
  }

  private static String circle(String there, String back) {
    return """
        campaign: c
        entry: [ { when: [["event x"]], to: a } ]
        nodes: { a: {}, b: {} }
        edges:
          - { from: a, to: b, when: [["%s"]] }
          - { from: b, to: a, when: [["%s"]] }
        """
        .formatted(there, back);
  }

  private static List<Violation> errors(String text) {
    return check(text).stream().filter(v -> v.severity() == Severity.ERROR).toList();
  }

  private static List<Violation> check(String text) {
    var reading = READER.read(text);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    var read = (Reading.Read) reading;
    return new Checks(OFFER, Languages.templates())
        .of(read.graph(), read.sources(), file -> Optional.empty());
  }
}
