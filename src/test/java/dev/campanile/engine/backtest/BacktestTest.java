package dev.campanile.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BacktestTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private final History history = new History();
  private int events;

  private static final RuleBook BOOK =
      Books.of(
          Languages.campaign(
              """
              campaign: c
              participation: { mode: parallel }
              entry: [ { when: [["event a"]], to: wait } ]
              nodes: { wait: {}, done: { actions: [ { coupon: { id: gift } }, { push: { code: "{gift.code}" } } ] } }
              edges: [ { from: wait, to: done, when: [["event b", "after PT3H"]] } ]
              """));

  @Test
  void takesAnIdThatComesAgainWithinSevenDaysForADuplicate() {
    // given
    happens("anna", Duration.ZERO, "a", "1");
    happens("anna", Duration.ofDays(7), "a", "1");
    happens("anna", Duration.ofDays(7).plusNanos(1), "a", "1");
    happens("ben", Duration.ZERO, "a", "1");
    // when
    Report report = run(Optional.empty()).report();
    // then
    assertThat(report.tallied().duplicate()).isEqualTo(1);
    assertThat(report.tallied().applied()).isEqualTo(3);
    assertThat(report.tallied().balanced()).isTrue();
  }

  @Test
  void endsWithTheLatestEventOfTheWholeLog() {
    // given
    happens("anna", Duration.ZERO, "a");
    happens("ben", Duration.ofHours(3), "x");
    happens("cleo", Duration.ofHours(1), "a");
    // when
    Backtested result = run(Optional.empty());
    // then
    assertThat(result.orders())
        .extracting(order -> order.user().text())
        .containsExactly("anna", "anna");
  }

  @Test
  void letsInWhomeverTimeThenTheLogBringsFirstWhereALimitCountsAll() {
    // given
    RuleBook book =
        Books.of(
            Languages.campaign(
                """
                campaign: c
                participation: { limits: [ { count: 2, of: all } ] }
                entry: [ { when: [["event a"]], to: wait } ]
                nodes: { wait: {}, done: {} }
                edges: [ { from: wait, to: done, when: [["after P9D"]] } ]
                """));
    happens("ben", Duration.ofHours(2), "a");
    happens("cleo", Duration.ofHours(1), "a");
    happens("dora", Duration.ofHours(1), "a");
    happens("anna", Duration.ofHours(3), "a");
    // when
    Backtested result = new Backtest(book, 2).run(history, Optional.empty(), done -> {});
    // then
    assertThat(result.participations().keySet())
        .extracting(UserId::text)
        .containsExactly("cleo", "dora");
    assertThat(result.report().tallied().balanced()).isTrue();
  }

  @Test
  void ordersWithCodesOfItsOwn() {
    // given
    happens("anna", Duration.ZERO, "a");
    happens("ben", Duration.ZERO, "a");
    // when
    Backtested result = run(Optional.of(START.plus(Duration.ofHours(3))));
    // then
    assertThat(result.orders())
        .extracting(order -> order.user() + " " + order.action())
        .containsExactly("anna gift", "anna push", "ben gift", "ben push");
    assertThat(result.orders())
        .filteredOn(order -> order.kind().equals("push"))
        .extracting(order -> order.parameters().values().get("code").toString())
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[0-9A-F]{12}"));
  }

  @Test
  void comesToTheSameOnAnyNumberOfCores() {
    // given
    var random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      String type = List.of("a", "b", "x").get(random.nextInt(3));
      happens("user-" + random.nextInt(200), Duration.ofMinutes(i - random.nextInt(90)), type);
    }
    // when
    Backtested one = new Backtest(BOOK, 1).run(history, Optional.empty(), done -> {});
    Backtested seven = new Backtest(BOOK, 7).run(history, Optional.empty(), done -> {});
    // then
    assertThat(seven).isEqualTo(one);
    assertThat(one.orders()).hasSizeGreaterThan(100).extracting(Order::at).isSorted();
    assertThat(one.report().tallied().late()).isPositive();
  }

  @Test
  void endsInTheMiddleOfAUserWhereNobodyWantsTheRest() {
    // given
    happens("anna", Duration.ZERO, "a");
    happens("anna", Duration.ZERO, "b");
    var steps = new AtomicInteger();
    // when
    var cancelled =
        catchThrowable(
            () ->
                new Backtest(BOOK, 1)
                    .figures(
                        history,
                        Optional.of(START.plus(Duration.ofDays(9))),
                        more -> {
                          if (steps.incrementAndGet() == 2) {
                            throw new CancellationException();
                          }
                        }));
    // then
    assertThat(cancelled).isInstanceOf(CancellationException.class);
    assertThat(steps).hasValue(2);
  }

  @Test
  void goesOnWhereOneUserFails() {
    // given
    RuleBook broken = broken("anna");
    happens("anna", Duration.ZERO, "a");
    happens("ben", Duration.ZERO, "a");
    // when
    Backtested result = new Backtest(broken, 2).run(history, Optional.empty(), done -> {});
    // then
    assertThat(result.report().tallied().dead()).isEqualTo(1);
    assertThat(result.report().tallied().applied()).isEqualTo(1);
    assertThat(result.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.user()).isEqualTo(new UserId("anna")));
  }

  @Test
  void keepsEventsAsTheyAre() {
    // given
    var nested =
        Map.of(
            "list",
            List.of(new BigDecimal("-1.50"), "two", true),
            "inner",
            Map.of("x", new BigDecimal("12345678901234567890.123")));
    var event =
        new Event(
            new EventId("shop", "ä-1"),
            "order.paid",
            new UserId("anna"),
            Instant.parse("1969-12-31T23:59:59.123456789Z"),
            new Attributes(
                Map.of("nested", nested, "empty", "", "no", false, "zero", BigDecimal.ZERO)));
    // when
    history.add(event);
    // then
    List<Event> kept = new ArrayList<>();
    Iterator<Event> read = history.events(event.user());
    read.forEachRemaining(kept::add);
    assertThat(kept).containsExactly(event);
  }

  private Backtested run(Optional<Instant> until) {
    return new Backtest(BOOK, 2).run(history, until, done -> {});
  }

  private void happens(String user, Duration after, String type) {
    happens(user, after, type, "e" + ++events);
  }

  private void happens(String user, Duration after, String type, String id) {
    history.add(
        new Event(new EventId("", id), type, new UserId(user), START.plus(after), Attributes.NONE));
  }

  /** The same rules, but they fail for one user. */
  private static RuleBook broken(String user) {
    return RuleBook.of(
        BOOK.machines(),
        BOOK.standings(),
        BOOK.lexicon(),
        () -> failing(user, BOOK.rules().open()),
        BOOK.conventions(),
        "broken");
  }

  private static Rules.Judge failing(String user, Rules.Judge judge) {
    return new Rules.Judge() {
      @Override
      public List<String> judge(Moment moment) {
        boolean fails =
            moment
                .scene()
                .occasion()
                .happened()
                .filter(event -> event.user().text().equals(user))
                .isPresent();
        if (fails) {
          throw new IllegalStateException("Expected to be asked for others.");
        }
        return judge.judge(moment);
      }

      @Override
      public void close() {
        judge.close();
      }
    };
  }
}
