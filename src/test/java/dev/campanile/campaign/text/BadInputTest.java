package dev.campanile.campaign.text;

import static dev.campanile.testkit.Languages.campaign;
import static dev.campanile.testkit.Languages.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Entry;
import dev.campanile.campaign.Operand;
import dev.campanile.campaign.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  private static final String CAMPAIGN =
      """
      campaign: small
      entry: [{ when: [[%s]], to: a }]
      nodes: { a: {} }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\") then System.exit(1); //",
        "' || 1 eq 1 || '",
        "]] && [[",
        "a\nb",
        "优惠 🎁",
        "{user.x}",
        "\u202e\ufeff",
        "\\u0000",
        "${jndi:ldap://x}"
      })
  void valuesStayValuesWhateverTheyHold(String value) {
    // given
    String cell = "event x where name eq '" + value.replace("'", "''") + "'";
    // when
    Condition condition = onlyCell(CAMPAIGN.formatted(JsonText.quoted(cell)));
    // then
    assertThat(condition)
        .isInstanceOfSatisfying(
            Condition.Occurs.class,
            occurs ->
                assertThat(occurs.where().rows().getFirst().getFirst().operand())
                    .isEqualTo(new Operand.Literal(value)));
    assertThat(onlyCell(CAMPAIGN.formatted(JsonText.quoted(CampaignText.text(condition)))))
        .isEqualTo(condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"event a\\0b\"", "\"event '\\uD800'\"", "\"\\UFFFFFFFF\"", "\u0000", "\u0001"})
  void refusesCharactersThatAreNone(String scalar) {
    // when
    List<Violation> problems = problems(CAMPAIGN.formatted(scalar));
    // then
    assertThat(problems).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "# nothing",
        "[",
        "{",
        "a: b: c",
        "\t- x",
        "- a\nb",
        "---\na: 1\n---\nb: 2",
        "a: &x 1\nb: *x",
        "a: !!java.net.URL [x]",
        "? [a]\n: b",
        "'unclosed",
        "%YAML 9.9\n---\na",
        "@",
        "null",
        "[]",
        "a: |\n  block\n b",
        "<<: {a: 1}"
      })
  void refusesBrokenFilesWithAPlace(String text) {
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems)
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.message()).startsWith("Expected"));
  }

  @Test
  void tellsLineAndColumnOfBrokenYaml() {
    // when
    List<Violation> problems = problems("campaign: x\nname: a: b\n");
    // then
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.place()).hasToString("2:8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void refusesDeepNesting(String level) {
    // when
    List<Violation> problems = problems(level.repeat(100_000));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("64 levels");
  }

  @Test
  void refusesDeepBrackets() {
    // given
    String cell = "event x where " + "(".repeat(2000) + "a eq 1" + ")".repeat(2000);
    // when
    List<Violation> problems = problems(CAMPAIGN.formatted(JsonText.quoted(cell)));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("64 nested brackets");
  }

  @Test
  void readsAsManyNegationsAsACellHolds() {
    // given
    String cell = "event x where " + "!".repeat(4000) + "a eq 1";
    // when
    Condition condition = onlyCell(CAMPAIGN.formatted(JsonText.quoted(cell)));
    // then
    assertThat(CampaignText.text(condition)).isEqualTo("event x where a eq 1");
  }

  @Test
  void refusesHugeFiles() {
    // when
    List<Violation> problems = problems("# " + "x".repeat(TreeParser.LONGEST));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("bytes");
  }

  @Test
  void refusesHugeCells() {
    // when
    List<Violation> problems = problems(CAMPAIGN.formatted("event " + "x".repeat(5000)));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("4096 characters");
  }

  @Test
  void refusesCellsThatAreHugeOnceWrittenOut() {
    // given
    String cell =
        "event x where (" + manyDifferent("a", 20) + ") || (" + manyDifferent("b", 20) + ")";
    // when
    List<Violation> problems = problems(CAMPAIGN.formatted(JsonText.quoted(cell)));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("written out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "-0.0000001e-200"})
  void refusesNumbersThatNobodyCanReckonWith(String number) {
    // given
    String text =
        CAMPAIGN
            .formatted("event x")
            .replace("{ a: {} }", "{ a: { actions: [grant: { amount: %s }] } }".formatted(number));
    // when
    List<Violation> problems = problems(text);
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("100 digits");
  }

  @Test
  void messagesShowNoControlCharacters() {
    // when
    List<Violation> problems =
        problems(CAMPAIGN.formatted("\"evnt \\u001b[31m\\r\\n" + "x".repeat(200) + "\""));
    // then
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).doesNotContain("\u001b", "\n").hasSizeLessThan(200));
  }

  @Test
  void patternsThatAreSlowElsewhereAreNotSlowHere() {
    // given
    var occurs =
        (Condition.Occurs) onlyCell(CAMPAIGN.formatted("\"event x where a matches '(a+)+b'\""));
    var pattern = (Operand.Pattern) occurs.where().rows().getFirst().getFirst().operand();
    // when
    boolean matches = pattern.test().test("a".repeat(10_000));
    // then
    assertThat(matches).isFalse();
  }

  @Test
  void refusesPatternsThatAreHugeOnceWrittenOut() {
    // when
    List<Violation> problems =
        problems(CAMPAIGN.formatted("\"event x where a matches '((a{100}){100}){100}'\""));
    // then
    assertThat(problems)
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("repetitions");
  }

  @Test
  @Timeout(20)
  void manyEqualNamesTakeNoQuadraticTime() {
    // given
    String edges = "- { from: a, to: a, when: always }\n".repeat(25_000);
    // when
    var graph = campaign(CAMPAIGN.formatted("event x") + "edges:\n" + edges);
    // then
    assertThat(graph.edges().getLast().id()).isEqualTo("a-a-25000");
  }

  @Test
  @Timeout(20)
  void manyErrorsTakeNoQuadraticTime() {
    // given
    var nodes = new StringBuilder("campaign: x\nentry: [{ when: event x, to: n1 }]\nnodes:\n");
    var edges = new StringBuilder("edges:\n");
    for (int i = 0; i < 10_000; i++) {
      nodes.append("  n").append(i).append(": {}\n");
      edges.append("  - { from: m").append(i).append(", to: n1, when: always }\n");
    }
    // when
    List<Violation> problems = problems(nodes.toString() + edges);
    // then
    assertThat(problems).hasSize(10_000);
  }

  private static String manyDifferent(String path, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> path + i + " eq " + i)
        .collect(Collectors.joining(" && "));
  }

  private static Condition onlyCell(String text) {
    return ((Entry.When) campaign(text).entries().getFirst())
        .when()
        .cells()
        .rows()
        .getFirst()
        .getFirst()
        .condition();
  }
}
