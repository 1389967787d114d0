package dev.campanile.contract;

import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.cell;
import static dev.campanile.testkit.CampaignBuilder.eventWhere;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;
import static dev.campanile.testkit.CampaignBuilder.whenAll;
import static dev.campanile.testkit.CampaignBuilder.whenAny;
import static dev.campanile.testkit.Scenes.aScene;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.Trigger;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleCompiler.Compilation;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Opening;
import dev.campanile.testkit.Scenes;
import dev.campanile.translator.DrlWriter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every rule engine answers. */
public abstract class RulesContract {

  /** A compiler that may have been told the machines. */
  protected abstract RuleCompiler compiler(List<Machine> machines);

  /** A rule book in a test. */
  protected record Book(Rules rules, Lexicon lexicon, List<Machine> machines) {

    /** What holds for an event wherever entries without memory are judged for it. */
    public List<String> enter(Scene scene) {
      Event event = scene.occasion().happened().orElseThrow();
      return machines.stream()
          .flatMap(machine -> machine.entry().guards().stream())
          .flatMap(guard -> guard.opening().stream())
          .filter(opening -> opening.fits(event))
          .map(Opening::place)
          .distinct()
          .flatMap(place -> judge(place, scene).stream())
          .toList();
    }

    public List<String> judge(String at, Scene scene) {
      try (Rules.Judge judge = rules.open()) {
        return judge.judge(new Moment(at, lexicon, scene));
      }
    }
  }

  protected final Book book(Machine... machines) {
    RuleCompiler compiler = compiler(List.of(machines));
    return new Book(
        compiler.compose(Arrays.stream(machines).map(m -> compiled(compiler, m)).toList()),
        Lexicon.union(Arrays.stream(machines).map(DrlWriter::lexicon).toList()),
        List.of(machines));
  }

  private static RuleCompiler.Package compiled(RuleCompiler compiler, Machine machine) {
    return switch (compiler.compile(DrlWriter.write(machine))) {
      case Compilation.Ready(var rules) -> rules;
      case Compilation.Broken(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private boolean holds(Trigger trigger, Scenes scene) {
    Book book = book(aCampaign("c").moving("a", "b", trigger).version(1));
    return book.judge("c@1:a", scene.scene()).contains("c@1/a-b");
  }

  private static Scenes paid(Object... properties) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      map.put((String) properties[i], properties[i + 1]);
    }
    return aScene().of("order.paid", map);
  }

  @Test
  void entersByTheArrayOfTheSeed() {
    // given
    String cell =
        "event order.paid where [[productId eq 1, productId eq 7], [cityId eq 2], [price gte 20]]";
    Book book = book(aCampaign("welcome-coupon").entering("thank", when(row(cell))).version(3));
    // when
    var first = book.enter(order(1, 2, 20));
    var second = book.enter(order(7, 2, 21));
    var otherProduct = book.enter(order(2, 2, 20));
    var otherCity = book.enter(order(1, 3, 20));
    var cheap = book.enter(order(1, 2, 19));
    // then
    assertThat(first).containsExactly("welcome-coupon@3/entry-1");
    assertThat(second).containsExactly("welcome-coupon@3/entry-1");
    assertThat(List.of(otherProduct, otherCity, cheap)).allMatch(List::isEmpty);
  }

  private static Scene order(int product, int city, int price) {
    return paid("productId", product, "cityId", city, "price", price).scene();
  }

  @Test
  void keepsPlacesApart() {
    // given
    Trigger always = when(row("always"));
    Book book =
        book(
            aCampaign("a")
                .moving("x", "y", always)
                .moving("y", "z", always)
                .entering("x", when(row("event e")))
                .version(1),
            aCampaign("b").moving("x", "y", always).entering("x", when(row("event f"))).version(1));
    Scene nothing = aScene().scene();
    // when
    var atX = book.judge("a@1:x", nothing);
    var atY = book.judge("a@1:y", nothing);
    var inB = book.judge("b@1:x", nothing);
    var entry = book.enter(aScene().of("e", Map.of()).scene());
    // then
    assertThat(atX).containsExactly("a@1/x-y");
    assertThat(atY).containsExactly("a@1/y-z");
    assertThat(inB).containsExactly("b@1/x-y");
    assertThat(entry).containsExactly("a@1/entry-1");
  }

  @Test
  void answersNothingAtAPlaceItDoesNotKnow() {
    // given
    Book book = book(aCampaign("c").moving("a", "b", when(row("always"))).version(1));
    // when
    var followed =
        Stream.of("c@1:z", "c@2:a", "event e", "", "c@1:a ", "C@1:a")
            .map(at -> book.judge(at, aScene().scene()));
    // then
    assertThat(followed).allMatch(List::isEmpty);
  }

  @Test
  void answersNothingWithoutCampaigns() {
    // given
    Book book = book();
    // when
    var followed = book.judge("c@1:a", aScene().scene());
    // then
    assertThat(followed).isEmpty();
  }

  @Test
  void takesACampaignWithoutTriggers() {
    // given
    Book book = book(aCampaign("c").version(1));
    // when
    var followed = book.judge("c@1:a", aScene().scene());
    // then
    assertThat(followed).isEmpty();
  }

  @Test
  void namesEveryRuleThatHoldsAtAPlace() {
    // given
    Book book =
        book(
            aCampaign("c")
                .moving("a", "b", when(row("user.age gte 18")))
                .moving("a", "c", when(row("user.age gte 21")))
                .moving("a", "d", when(row("user.age gte 30")))
                .version(1));
    // when
    var followed = book.judge("c@1:a", aScene().by(Map.of("age", 21)).scene());
    // then
    assertThat(followed).containsExactlyInAnyOrder("c@1/a-b", "c@1/a-c");
  }

  @Test
  void judgesTheEntriesOfAllCampaignsByOneMoment() {
    // given
    Book book =
        book(
            aCampaign("cheap").entering("a", when(row("event e where price lt 10"))).version(1),
            aCampaign("dear").entering("a", when(row("event e where price gte 10"))).version(1),
            aCampaign("any").entering("a", when(row("event e"))).version(1),
            aCampaign("vip")
                .entering("a", when(row("event e"), row("user.vip eq true")))
                .version(1));
    // when
    var followed = book.enter(aScene().of("e", Map.of("price", 10)).scene());
    // then
    assertThat(followed).containsExactlyInAnyOrder("dear@1/entry-1", "any@1/entry-1");
  }

  @Test
  void judgesVersionsOfACampaignSideBySide() {
    // given
    Book book =
        book(
            aCampaign("c").moving("a", "b", when(row("user.age gte 18"))).version(1),
            aCampaign("c").moving("a", "b", when(row("user.age gte 21"))).version(2));
    Scene nineteen = aScene().by(Map.of("age", 19)).scene();
    // when
    var pinned = book.judge("c@1:a", nineteen);
    var latest = book.judge("c@2:a", nineteen);
    // then
    assertThat(pinned).containsExactly("c@1/a-b");
    assertThat(latest).isEmpty();
  }

  @Test
  void tellsApartCampaignsAndEdgesWhoseNamesAreAlike() {
    // given
    Trigger always = when(row("always"));
    List<String> ids =
        List.of("a-b", "a_b", "a--b", "a__b", "a-_b", "a_-b", "a-0b", "a_0b", "A-b", "1", "int");
    Book book =
        book(
            ids.stream()
                .map(
                    id ->
                        aCampaign(id)
                            .moving("x", "y-z", always)
                            .moving("x", "y_z", always)
                            .moving("x", "y_45z", always)
                            .version(1))
                .toArray(Machine[]::new));
    // when
    var followed =
        ids.stream().map(id -> Set.copyOf(book.judge(id + "@1:x", aScene().scene()))).toList();
    // then
    assertThat(followed)
        .containsExactlyElementsOf(
            ids.stream()
                .map(id -> Set.of(id + "@1/x-y-z", id + "@1/x-y_z", id + "@1/x-y_45z"))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({"1,1,true", "1,0,true", "0,1,true", "0,0,false"})
  void needsOneCellOfARow(int a, int b, boolean expected) {
    // given
    Trigger trigger = when(row("user.a eq 1", "user.b eq 1"));
    // when
    boolean holds = holds(trigger, aScene().by(Map.of("a", a, "b", b)));
    // then
    assertThat(holds).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,0,1,true", "0,1,1,true", "1,1,0,false", "0,0,1,false"})
  void needsEveryRow(int a, int b, int c, boolean expected) {
    // given
    Trigger trigger = when(row("user.a eq 1", "user.b eq 1"), row("user.c eq 1"));
    // when
    boolean holds = holds(trigger, aScene().by(Map.of("a", a, "b", b, "c", c)));
    // then
    assertThat(holds).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,true", "1,0,0,false", "1,0,1,true", "0,0,1,true"})
  void multipliesOutAnEventBesideAnother(int x, int y, int vip, boolean expected) {
    // given
    Trigger trigger = when(row("event e where [[x eq 1], [y eq 1]]", "event e where vip eq 1"));
    Book book = book(aCampaign("c").entering("a", trigger).version(1));
    Scene scene = aScene().of("e", Map.of("x", x, "y", y, "vip", vip)).scene();
    // when
    var followed = book.enter(scene);
    // then
    assertThat(!followed.isEmpty()).isEqualTo(expected);
  }

  @Test
  void judgesATriggerThatCannotBeMultipliedOut() {
    // given
    Condition[] events =
        IntStream.range(0, 12)
            .mapToObj(i -> cell("event e where [[x eq %d], [y eq %d]]".formatted(i, i)))
            .toArray(Condition[]::new);
    Book book = book(aCampaign("c").entering("a", whenAny(events)).version(1));
    // when
    var alike = book.enter(aScene().of("e", Map.of("x", 7, "y", 7)).scene());
    var different = book.enter(aScene().of("e", Map.of("x", 7, "y", 8)).scene());
    // then
    assertThat(alike).containsExactly("c@1/entry-1");
    assertThat(different).isEmpty();
  }

  @Test
  void judgesTheLargestTriggers() {
    // given
    Condition[] cells =
        IntStream.range(0, 1024).mapToObj(i -> cell("user.age eq " + i)).toArray(Condition[]::new);
    Condition[] rows =
        IntStream.range(0, 1024).mapToObj(i -> cell("user.age ne " + i)).toArray(Condition[]::new);
    Book book =
        book(
            aCampaign("c")
                .moving("a", "any", whenAny(cells))
                .moving("a", "all", whenAll(rows))
                .version(1));
    // when
    var last = book.judge("c@1:a", aScene().by(Map.of("age", 1023)).scene());
    var beyond = book.judge("c@1:a", aScene().by(Map.of("age", 1024)).scene());
    // then
    assertThat(last).containsExactly("c@1/a-any");
    assertThat(beyond).containsExactly("c@1/a-all");
  }

  @Test
  void remembersHappeningsThatLatch() {
    // given
    Trigger both = when(row("event x where n eq 1"), row("event y"));
    Scenes now = aScene().of("y", Map.of());
    Scenes since = aScene().of("y", Map.of()).latched("event x where n eq 1");
    Scenes other = aScene().of("y", Map.of()).latched("event x where n eq 2");
    // when
    var holds = Stream.of(now, since, other).map(scene -> holds(both, scene)).toList();
    // then
    assertThat(holds).containsExactly(false, true, false);
  }

  @Test
  void forgetsHappeningsThatDoNotLatch() {
    // given
    Trigger alone = when(row("event x"), row("user.vip eq true"));
    // when
    boolean holds = holds(alone, aScene().by(Map.of("vip", true)).latched("event x"));
    // then
    assertThat(holds).isFalse();
  }

  @Test
  void looksAtTheEventOnlyAtItsInstant() {
    // given
    Trigger trigger = when(row("event x where n eq 1", "after P3D"));
    // when
    boolean onArrival = holds(trigger, aScene());
    boolean otherType = holds(trigger, aScene().of("y", Map.of("n", 1)));
    boolean itself = holds(trigger, aScene().of("x", Map.of("n", 1)));
    // then
    assertThat(List.of(onArrival, otherType, itself)).containsExactly(false, false, true);
  }

  @Test
  void comparesTallies() {
    // given
    Trigger trigger =
        when(
            row("sum(amount of order.paid) gte 20 within P7D", "count(order.paid) gte 5"),
            row("count(post.created) gte 10"));
    String sum = "sum(amount of order.paid) within P7D";
    // when
    boolean bySum =
        holds(trigger, aScene().counting(sum, "20.00").counting("count(post.created)", "10"));
    boolean byCount =
        holds(
            trigger,
            aScene()
                .counting(sum, "19.99")
                .counting("count(order.paid)", "5")
                .counting("count(post.created)", "11"));
    boolean tooFewPosts =
        holds(trigger, aScene().counting(sum, "20").counting("count(post.created)", "9"));
    boolean nothing = holds(trigger, aScene());
    // then
    assertThat(List.of(bySum, byCount, tooFewPosts, nothing))
        .containsExactly(true, true, false, false);
  }

  @Test
  void waitsForDeadlines() {
    // given
    Trigger trigger = when(row("after P3D", "at 20:00 user"), row("on 2026-12-24"));
    // when
    var holds =
        Stream.of(
                aScene().due("after P3D").due("on 2026-12-24"),
                aScene().due("at 20:00 user").due("on 2026-12-24"),
                aScene().due("after P3D"),
                aScene())
            .map(scene -> holds(trigger, scene))
            .toList();
    // then
    assertThat(holds).containsExactly(true, true, false, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eq 20            | true
          eq 20.0          | true
          ne 20.00         | false
          gte 20.000001    | false
          gt 19.99999999999999999999 | true
          between 20 30    | true
          in 1 20 300      | true
          nin 1 300        | true
          eq '20'          | false
          ne '20'          | false
          """)
  void comparesDecimals(String comparison, boolean expected) {
    // given
    Trigger trigger = when(row("event order.paid where price " + comparison));
    // when
    boolean holds = holds(trigger, paid("price", 20));
    // then
    assertThat(holds).isEqualTo(expected);
  }

  @Test
  void addsNoBinaryRounding() {
    // given
    Trigger trigger = when(row("event order.paid where price eq 0.3"));
    // when
    boolean exact = holds(trigger, paid("price", new BigDecimal("0.30")));
    boolean rounded = holds(trigger, paid("price", 0.1 + 0.2));
    // then
    assertThat(exact).isTrue();
    assertThat(rounded).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "eq 1",
    "ne 1",
    "gt 1",
    "gte 1",
    "lt 1",
    "lte 1",
    "in 1 2",
    "nin 1 2",
    "between 1 2",
    "contains x",
    "startsWith x",
    "endsWith x",
    "matches '.*'",
    "exists",
    "before 2026-01-01",
    "after 2026-01-01",
    "ne x",
    "nin x y",
    "eq {user.none}",
    "ne {user.none}"
  })
  void takesNothingForAMissingValue(String comparison) {
    // given
    Trigger event = when(row("event order.paid where price " + comparison));
    Trigger user = when(row("user.price " + comparison), row("event order.paid"));
    // when
    var holds = Stream.of(event, user).map(trigger -> holds(trigger, paid("other", 1)));
    // then
    assertThat(holds).containsOnly(false);
  }

  @Test
  void asksForAbsence() {
    // given
    Trigger missing = when(row("event order.paid where price missing"));
    // when
    var holds = Stream.of(paid("other", 1), paid("price", 1)).map(scene -> holds(missing, scene));
    // then
    assertThat(holds).containsExactly(true, false);
  }

  public static List<String> treacherousTexts() {
    return List.of(
        "\") then System.exit(1); //",
        "\" ) || true || event(\"",
        "\"); } static { System.exit(1); } //",
        "*/ static { System.exit(1); } /*",
        "\\\") then System.exit(1); //",
        "\\u0022) then System.exit(1); //",
        "\\\\u0022) || true //",
        "\\u000a",
        "\\",
        "\\\\\\",
        "line\nbreak\r\nand\ttab",
        "end\nrule \"injected\" when then System.exit(1); end",
        "{ } ${x} #{x} @{x} %s %1$s",
        "eval(true)",
        "// comment",
        "/* comment */",
        "# comment",
        "' '' `",
        "\u2028 \u2029 \u0085",
        "\u0000 \u001a \u007f \ufeff",
        "\ud800",
        "\udc00x",
        "Grüße \ud83d\ude00 \u4f60\u597d",
        "x".repeat(70_000),
        "\u4f60".repeat(70_000));
  }

  @ParameterizedTest
  @MethodSource("treacherousTexts")
  void takesAuthorsTextAsNothingButText(String text) {
    // given
    Book book =
        book(
            aCampaign("c")
                .entering("a", whenAll(eventWhere("e", "x", text)))
                .entering("a", whenAll(eventWhere("e", text, "x")))
                .entering("a", whenAll(eventWhere("e" + text, "x", "x")))
                .moving("a", "b", whenAll(eventWhere("e", "x", text)))
                .version(1));
    // when
    var equal = book.enter(aScene().of("e", Map.of("x", text)).scene());
    var unequal = book.enter(aScene().of("e", Map.of("x", text + "!")).scene());
    var property = book.enter(aScene().of("e", Map.of(text, "x")).scene());
    var type = book.enter(aScene().of("e" + text, Map.of("x", "x")).scene());
    var edge = book.judge("c@1:a", aScene().of("e", Map.of("x", text)).scene());
    // then
    assertThat(equal).containsExactly("c@1/entry-1");
    assertThat(unequal).isEmpty();
    assertThat(property).containsExactly("c@1/entry-2");
    assertThat(type).containsExactly("c@1/entry-3");
    assertThat(edge).containsExactly("c@1/a-b");
  }

  @Test
  void goesOnJudgingAfterARuleFailed() {
    // given
    Book book =
        book(
            aCampaign("c")
                .moving("a", "b", when(row("count(e) gte 1")))
                .moving("a", "c", when(row("always")))
                .version(1));
    Moment broken = new Moment("c@1:a", Lexicon.EMPTY, aScene().scene());
    Moment sound = new Moment("c@1:a", book.lexicon(), aScene().counting("count(e)", "1").scene());
    try (Rules.Judge judge = book.rules().open()) {
      // when
      assertThatThrownBy(() -> judge.judge(broken)).isInstanceOf(RuntimeException.class);
      var after = List.of(judge.judge(sound), judge.judge(sound));
      // then
      assertThat(after)
          .allSatisfy(
              followed -> assertThat(followed).containsExactlyInAnyOrder("c@1/a-b", "c@1/a-c"));
    }
  }

  @Test
  void carriesNothingFromOneMomentToTheNext() {
    // given
    Book book = book(aCampaign("c").moving("a", "b", when(row("user.age gte 18"))).version(1));
    Moment adult = new Moment("c@1:a", book.lexicon(), aScene().by(Map.of("age", 18)).scene());
    Moment child = new Moment("c@1:a", book.lexicon(), aScene().by(Map.of("age", 17)).scene());
    try (Rules.Judge judge = book.rules().open()) {
      // when
      var followed = Stream.of(adult, child, adult, adult, child).map(judge::judge).toList();
      // then
      assertThat(followed)
          .containsExactly(
              List.of("c@1/a-b"), List.of(), List.of("c@1/a-b"), List.of("c@1/a-b"), List.of());
    }
  }

  @Test
  void letsJudgesOfOneBookWorkInThreads() throws Exception {
    // given
    Book book =
        book(
            aCampaign("c")
                .moving("a", "adult", when(row("user.age gte 18")))
                .moving("a", "child", when(row("user.age lt 18")))
                .version(1));
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var adults = threads.submit(judging(book, 18, start));
      var children = threads.submit(judging(book, 17, start));
      // when
      start.countDown();
      // then
      assertThat(adults.get()).hasSize(1000).containsOnly(List.of("c@1/a-adult"));
      assertThat(children.get()).hasSize(1000).containsOnly(List.of("c@1/a-child"));
    }
  }

  private static Callable<List<List<String>>> judging(Book book, int age, CountDownLatch start) {
    Moment moment = new Moment("c@1:a", book.lexicon(), aScene().by(Map.of("age", age)).scene());
    return () -> {
      try (Rules.Judge judge = book.rules().open()) {
        start.await();
        return IntStream.range(0, 1000).mapToObj(i -> judge.judge(moment)).toList();
      }
    };
  }
}
