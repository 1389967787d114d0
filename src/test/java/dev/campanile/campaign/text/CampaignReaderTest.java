package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.campaign;
import static dev.campanile.testkit.Languages.file;
import static dev.campanile.testkit.Languages.problems;
import static dev.campanile.testkit.Languages.reader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.Cnf;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Edge;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Node;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.ParticipationRules;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Schedule;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignReaderTest {

  private static final String SMALLEST =
      """
      campaign: small
      entry: [{ when: [[event x]], to: a }]
      nodes: { a: {} }
      """;

  @Test
  void readsTheExampleOfTheDesign() {
    // when
    CampaignGraph graph = campaign(file("design.yaml"));
    // then
    assertThat(graph.name()).isEqualTo("Welcome coupon");
    assertThat(graph.entries()).hasSize(2);
    assertThat(graph.nodes().keySet())
        .extracting(NodeId::text)
        .containsExactly("thank", "remind", "vip", "done");
    assertThat(graph.edges())
        .extracting(Edge::id)
        .containsExactly("thank-vip", "thank-done", "thank-remind", "remind-done");
    assertThat(graph.participation().limits()).hasSize(3);
  }

  @Test
  void fillsInDefaults() {
    // when
    CampaignGraph graph = campaign(SMALLEST);
    // then
    assertThat(graph.name()).isEqualTo("small");
    assertThat(graph.schedule()).isEqualTo(Schedule.OPEN);
    assertThat(graph.participation()).isEqualTo(ParticipationRules.DEFAULT);
    assertThat(graph.onChange()).isEqualTo(new OnChange.Pin());
    assertThat(graph.nodes().get(new NodeId("a")).strategy()).isEqualTo(Node.Strategy.SERIAL);
    assertThat(graph.priority()).isZero();
  }

  @Test
  void readsJsonAsYaml() {
    // given
    String json =
        "{\"campaign\":\"small\",\"entry\":[{\"when\":[[\"event x\"]],\"to\":\"a\"}],\"nodes\":{\"a\":{}}}";
    // when
    CampaignGraph graph = campaign(json);
    // then
    assertThat(graph).isEqualTo(campaign(SMALLEST));
  }

  @Test
  void refusesUnknownKeyWithPlaceAndAdvice() {
    // when
    List<Violation> problems = problems(SMALLEST + "shedule: {}\n");
    // then
    assertThat(problems)
        .containsExactly(
            Violation.error(
                new Place(4, 1),
                "shedule",
                "Expected a known key, but got 'shedule'.",
                "Maybe you meant 'schedule'."));
  }

  @Test
  void tellsAllProblemsAtOnceByPlace() {
    // given
    String text =
        """
        campaign: no spaces
        schedule: { start: tomorrow, timezone: Asia/Shangai }
        entry:
          - when: [["event x where price gtee 20", "after 3d"]]
            to: b
        nodes: { a: { strategy: paralel } }
        edges:
          - { from: a, when: [] }
        """;
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems)
        .extracting(problem -> problem.place() + " " + problem.element())
        .containsExactly(
            "1:11 campaign",
            "2:20 schedule.start",
            "2:40 schedule.timezone",
            "4:34 entry[0].when[0][0]",
            "4:51 entry[0].when[0][1]",
            "5:9 entry[0].to",
            "6:25 nodes.a.strategy",
            "8:5 edges[0]",
            "8:22 edges[0].when");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "name: [] ~ 4:7 ~ text",
        "name: a\\nname: b ~ 5:1 ~ repeated",
        "priority: high ~ 4:11 ~ whole number",
        "priority: '3' ~ 4:11 ~ whole number",
        "tags: [a, a] ~ 4:11 ~ repeated",
        "audience: {} ~ 4:11 ~ 'where', 'list' or 'exclude'",
        "audience: { where: [[event x]] } ~ 4:22 ~ can stand in 'audience'",
        "audience: { list: ../users.csv } ~ 4:19 ~ file name",
        "schedule: { start: 2026-12-02, end: 2026-12-01 } ~ 4:11 ~ start before the end",
        "schedule: { at-end: halt } ~ 4:21 ~ 'finish' or 'stop'",
        "participation: { active: 2 } ~ 4:16 ~ mode parallel",
        "participation: { key: orderId } ~ 4:23 ~ event.orderId",
        "participation: { limits: [{ count: 0, per: day }] } ~ 4:36 ~ from 1 on",
        "participation: { limits: [{ count: 1, per: year }] } ~ 4:44 ~ duration",
        "participation: { limits: [{ count: 1 }] } ~ 4:27 ~ either 'per' or 'of'",
        "participation: { re-entry: sometimes } ~ 4:28 ~ duration",
        "quiet-hours: { from: '22:00' } ~ 4:14 ~ key 'to'",
        "quiet-hours: { from: '22:00', to: '22:00' } ~ 4:14 ~ two different times",
        "goal: { when: [[event x]], control: 10 } ~ 4:37 ~ share",
        "goal: { within: P1D } ~ 4:7 ~ key 'when'",
        "goal: { when: [[event x]], exit: maybe } ~ 4:34 ~ true or false",
        "exit: { when: [[]] } ~ 4:16 ~ at least one of cells",
        "exit: { when: [[event x], event y] } ~ 4:27 ~ row of cells",
        "exit: { when: { event: x } } ~ 4:15 ~ two-dimensional array",
        "on-change: { migrate: { old: b } } ~ 4:30 ~ node of this campaign",
        "on-change: { migrate: { old: a, old: a } } ~ 4:33 ~ 'old' is repeated",
        "on-change: pinned ~ 4:12 ~ 'follow' or 'pin'",
        "edges: [{ from: a, to: a }] ~ 4:9 ~ key 'when'",
        "edges: [{ from: a, to: a, when: [[{ evnt: x }]] }] ~ 4:35 ~ condition",
        "edges: [{ from: a, to: a, when: [[{ event: x, wher: y }]] }] ~ 4:47 ~ known key",
        "edges: [{ from: a, to: a, when: [[{ user: a, op: in, value: b }]] }] ~ 4:61 ~ list of values"
      })
  void refusesWhatIsNotAsTheFormatHasIt(String addition, String place, String message) {
    // when
    List<Violation> problems = problems(SMALLEST + addition.replace("\\n", "\n") + "\n");
    // then
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().place()).hasToString(place);
    assertThat(problems.getFirst().message()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after P1D",
        "at 20:00",
        "on 2026-12-24",
        "dwell P1D 0 0 1km",
        "cron '0 9 * * *'",
        "split 30%",
        "action push failed"
      })
  void refusesInEntryWhatNeedsANode(String cell) {
    // given
    String text = SMALLEST.replace("[[event x]]", "[[event x], [\"" + cell + "\"]]");
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().element()).isEqualTo("entry[0].when[1][0]");
    assertThat(problems.getFirst().message()).contains("can stand in 'entry'");
  }

  @Test
  void pointsIntoQuotedCellsInSpiteOfEscapes() {
    // given
    String text =
        SMALLEST
            + "edges: [{ from: a, to: a, when: '\"user.x eq ''it''''s''\" && \"count(x) gtee 1\"' }]\n";
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems).hasSize(1);
    assertThat(text.lines().toList().get(3).substring(problems.getFirst().place().column() - 1))
        .startsWith("gtee");
  }

  @Test
  void readsBooleanTextOverQuotedCells() {
    // given
    String text =
        SMALLEST
            + """
            edges:
              - from: a
                to: a
                when: ("sum(amount of order.paid) gte 20" || "count(order.paid) gte 5") && !"count(post.created) lt 10"
            """;
    // when
    Trigger trigger = campaign(text).edges().getFirst().when();
    // then
    assertThat(CampaignText.text(trigger))
        .isEqualTo(
            """
            [["sum(amount of order.paid) gte 20", "count(order.paid) gte 5"], ["count(post.created) gte 10"]]""");
  }

  @Test
  void keepsTheShapeOfWhatIsNoTwoDimensionalArray() {
    // given
    String text = SMALLEST + "exit: { when: '(\"event x\" && \"user.a eq 1\") || \"event y\"' }\n";
    // when
    Trigger trigger = campaign(text).exit().orElseThrow();
    // then
    assertThat(CampaignText.text(trigger))
        .isEqualTo("(\"event x\" && \"user.a eq 1\") || \"event y\"");
    assertThat(trigger.cells().rows()).hasSize(2);
  }

  @Test
  void readsOneCellAloneAsTrigger() {
    // when
    Trigger trigger =
        campaign(SMALLEST + "exit: { when: event x where (a eq 1) }\n").exit().orElseThrow();
    // then
    assertThat(CampaignText.text(trigger)).isEqualTo("[[\"event x where a eq 1\"]]");
  }

  @Test
  void refusesNegationOfWhatHasNoOpposite() {
    // when
    List<Violation> problems = problems(SMALLEST + "exit: { when: '!\"event x\"' }\n");
    // then
    assertThat(problems)
        .extracting(Violation::message)
        .singleElement()
        .asString()
        .contains("opposite after '!'");
  }

  @Test
  void refusesTriggerThatGrowsTooLarge() {
    // given
    String row = "(\"user.%s eq 1\" && \"user.%s eq 2\" && \"user.%s eq 3\" && \"user.%s eq 4\")";
    String when =
        String.join(
            " || ",
            List.of("a", "b", "c", "d", "e").stream().map(c -> row.formatted(c, c, c, c)).toList());
    // when
    List<Violation> problems = problems(SMALLEST + "exit: { when: '" + when + "' }\n");
    // then
    assertThat(problems)
        .extracting(Violation::message)
        .singleElement()
        .asString()
        .contains("1024 cells");
  }

  @Test
  void namesEdgesAndActionsApart() {
    // given
    String text =
        """
        campaign: names
        entry: [{ when: [[event x]], to: a }]
        nodes:
          a: { actions: [push: {}, push: {}, push: { id: push-2 }, sms: { id: push }] }
          a-b: {}
          b-c: {}
          c: {}
          entry: {}
          "1": {}
        edges:
          - { from: a, to: b-c, when: always }
          - { from: a-b, to: c, when: always }
          - { from: a, to: b-c, when: always }
          - { from: entry, to: 1, when: always }
        """;
    // when
    CampaignGraph graph = campaign(text);
    // then
    assertThat(graph.edges())
        .extracting(Edge::id)
        .containsExactly("a-b-c", "a-b-c-2", "a-b-c-3", "entry-1-2");
    assertThat(graph.nodes().get(new NodeId("a")).actions())
        .extracting(action -> action.id().text())
        .containsExactly("push-3", "push-4", "push-2", "push");
  }

  @Test
  void refusesRepeatedAndReservedActionIds() {
    // given
    String text =
        SMALLEST.replace(
            "{ a: {} }",
            "{ a: { actions: [push: { id: x }, sms: { id: x }, sms: { id: user }, event: {}] } }");
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems)
        .extracting(Violation::element)
        .containsExactly(
            "nodes.a.actions[1].sms.id", "nodes.a.actions[2].sms.id", "nodes.a.actions[3].event");
  }

  @Test
  void keepsParametersOfActionsAsTheyAre() {
    // given
    String text =
        SMALLEST.replace(
            "{ a: {} }",
            "{ a: { actions: [discount: { amount: { rules: tiers }, n: 1.50, s: '1', l: [1, null] }] } }");
    // when
    Action action = campaign(text).nodes().get(new NodeId("a")).actions().getFirst();
    // then
    assertThat(action.kind()).isEqualTo("discount");
    assertThat(action.parameters().values())
        .isEqualTo(
            Map.of(
                "amount",
                Map.of("rules", "tiers"),
                "n",
                new BigDecimal("1.50"),
                "s",
                "1",
                "l",
                List.of(BigDecimal.ONE)));
  }

  @Test
  void readsLaunches() {
    // given
    String text =
        SMALLEST.replace(
            "[{ when: [[event x]], to: a }]",
            "[{ launch: { cron: 0 9 * * mon, rate: 1000/min }, to: a }]");
    // when
    List<Entry> entries = campaign(text).entries();
    // then
    assertThat(entries)
        .containsExactly(
            new Entry.Launch(
                Optional.of(new CronUtilsTimetables().read("0 9 * * MON")),
                Optional.empty(),
                Optional.of(1000),
                new NodeId("a")));
  }

  @Test
  void objectFormMeansTheSameAsText() {
    // given
    String text =
        SMALLEST
            + """
            edges:
              - from: a
                to: a
                when:
                  - - { event: order.paid, where: [[{ path: amount, op: ">=", value: 100 }, "code eq {gift.code}"]] }
                    - { event: order.paid, where: (a eq 1 || b eq 2) && c eq '3' }
                    - { enter: { lat: 31.23, lon: 121.47, radius: 2km } }
                    - { exit: { file: area.geojson } }
                    - { action: gift, outcome: succeeded }
                    - { cron: 0 9 * * *, zone: user }
                    - { after: P3D }
                    - { at: "20:00", zone: user }
                    - { on: 2026-12-24T09:00 }
                    - { dwell: PT10M, area: { lat: 0, lon: 0, radius: 500m } }
                    - { aggregate: { fn: sum, path: amount, of: order.paid, where: a eq 1, op: gte, value: 20, since: ever, within: P7D } }
                    - { user: country, op: in, value: [CN, "{entry.x}", { text: "{entry.x}" }] }
                    - { user: email, op: exists }
                    - { inside: { lat: 0, lon: 0, radius: 500m } }
                    - { during: { from: "09:00", to: "18:00", days: [MON, TUE], zone: user } }
                    - { split: 30% }
                    - { rules: tiers }
                    - { always: true }
            """;
    // when
    List<String> cells =
        campaign(text).edges().getFirst().when().cells().rows().getFirst().stream()
            .map(cell -> CampaignText.text(cell.condition()))
            .toList();
    // then
    assertThat(cells)
        .containsExactly(
            "event order.paid where [[amount gte 100, code eq {gift.code}]]",
            "event order.paid where [[a eq 1, b eq 2], [c eq '3']]",
            "enter 31.23 121.47 2km",
            "exit in 'area.geojson'",
            "action gift succeeded",
            "cron '0 9 * * *' user",
            "after P3D",
            "at 20:00 user",
            "on 2026-12-24T09:00",
            "dwell PT10M 0 0 500m",
            "sum(amount of order.paid where a eq 1) gte 20 since ever within P7D",
            "user.country in CN {entry.x} '{entry.x}'",
            "user.email exists",
            "inside 0 0 500m",
            "during 09:00-18:00 MON,TUE user",
            "split 30%",
            "rules tiers",
            "always");
  }

  @Test
  void happeningsAndedWithHappeningsLatch() {
    // when
    Trigger trigger =
        campaign(SMALLEST + "exit: { when: [[event x], [event y], [event x]] }\n")
            .exit()
            .orElseThrow();
    // then
    assertThat(trigger.cells().rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.getFirst().latches()).isTrue());
  }

  @Test
  void bracketsThatDoNothingDoNotLatch() {
    // when
    Trigger trigger =
        campaign(SMALLEST + "exit: { when: '\"event x\" && (\"event x\" && \"user.a eq 1\")' }\n")
            .exit()
            .orElseThrow();
    // then
    assertThat(trigger.cells().rows().getFirst())
        .containsExactly(new Trigger.Cell(new Condition.Occurs("x", Cnf.always()), false));
  }

  @Test
  void sourceMapTellsWhereElementsStand() {
    // when
    SourceMap sources = ((Reading.Read) reader().read(file("design.yaml"))).sources();
    // then
    assertThat(sources.at("nodes.thank")).isEqualTo(new Place(23, 3));
    assertThat(sources.at("nodes.thank.actions[1]")).isEqualTo(new Place(27, 9));
    assertThat(sources.at("edges[0].when[0][1]").line()).isEqualTo(34);
    assertThat(sources.at("edges[0].nothing")).isEqualTo(sources.at("edges[0]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b c d e|Expected the field 'minute' of cron, but got 'a':",
        "0 9 * jan2 *|Expected the field 'month' of cron, but got 'jan2':",
        "-5 9 * * *|Expected the field 'minute' of cron, but got '-5':"
      })
  void quotesCronAsItIsWrittenAndEndsTheSentenceOnce(String cron, String begin) {
    // when
    List<Violation> problems = problems(SMALLEST + "exit: { when: [[\"cron '" + cron + "'\"]] }\n");
    // then
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().message())
        .startsWith(begin)
        .endsWith(".")
        .doesNotEndWith("..")
        .doesNotContain(": .");
  }

  @Test
  void saysOfBrokenYamlNoMoreThanTheParserDoes() {
    // when
    List<Violation> problems = problems("campaign: - a\n");
    // then
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().message())
        .isEqualTo("Expected YAML or JSON, but sequence entries are not allowed here.");
  }
}
