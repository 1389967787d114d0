package dev.campanile.engine;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Event;
import dev.campanile.campaign.EventId;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.StateControl;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.EventHistory;
import dev.campanile.testkit.Books;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether a campaign that is younger than its users finds them as if it had always been there. */
final class CatchingUpTest {

  private static final UserId ANNA = new UserId("anna");

  private final List<Event> past = new ArrayList<>();
  private final EventHistory history =
      (users, types, seen) ->
          past.stream()
              .filter(event -> users.contains(event.user()) && types.contains(event.type()))
              .forEach(seen);

  @Test
  void countsWhatHappenedBeforeTheCampaignWasPublished() {
    // given
    RuleBook before = Books.of();
    UserState state = lived(before, 3);
    RuleBook book =
        Books.of(
            Languages.campaign(loyal("sum(amount of paid) gte 30 since ever\"], [\"event seen")));
    // when
    UserState complete = CatchingUp.complete(state, book.lifetime(), history);
    // then
    assertThat(entersBy(book, complete, event(4, "seen"))).isTrue();
    assertThat(entersBy(book, state, event(4, "seen"))).isFalse();
  }

  @Test
  void countsAsThoughTheCampaignHadAlwaysBeenThere() {
    // given
    RuleBook book =
        Books.of(
            Languages.campaign(loyal("count(paid where amount gte 2) gte 9 since ever")),
            Languages.campaign(
                loyal("distinct(amount of paid) gte 9 since ever within P30D")
                    .replace("loyal", "window")));
    UserState always = lived(book, 40);
    UserState late = always.counted(Map.of());
    // when
    UserState complete = CatchingUp.complete(late, book.lifetime(), history);
    // then
    assertThat(complete).isEqualTo(always);
  }

  @Test
  void asksNothingOfHistoryWhereNothingIsMissing() {
    // given
    RuleBook book = Books.of(Languages.campaign(loyal("count(paid) gte 9 since ever")));
    UserState state = lived(book, 2);
    EventHistory none =
        (users, types, seen) -> assertThat(users).as("who must be caught up").isEmpty();
    // then
    assertThat(CatchingUp.complete(state, book.lifetime(), none)).isEqualTo(state);
    assertThat(CatchingUp.complete(UserState.unknown(ANNA), book.lifetime(), none))
        .isEqualTo(UserState.unknown(ANNA));
  }

  @Test
  void catchesUpAnewWhatWasNotCountedForAWhile() {
    // given
    RuleBook book = Books.of(Languages.campaign(loyal("count(paid) gte 9 since ever")));
    UserState state = lived(book, 2);
    UserState meanwhile = apply(Books.of(), state, event(3, "paid"));
    // when
    UserState complete = CatchingUp.complete(meanwhile, book.lifetime(), history);
    // then
    assertThat(meanwhile.lifetime()).isEmpty();
    assertThat(complete.lifetime()).isEqualTo(apply(book, state, event(3, "paid")).lifetime());
  }

  @Test
  void caughtUpUsersEnterAtOnceWhenTheyAreLookedAt() {
    // given
    UserState state = lived(Books.of(), 3);
    RuleBook book = Books.of(Languages.campaign(loyal("count(paid) gte 3 since ever")));
    var campaign = book.machines().keySet().iterator().next();
    // when
    UserState complete = CatchingUp.complete(state, book.lifetime(), history);
    // then
    assertThat(entersBy(book, complete, new Signal.Reviewed(ANNA, campaign, NOON.plusSeconds(10))))
        .isTrue();
  }

  private UserState lived(RuleBook book, int events) {
    UserState state = UserState.unknown(ANNA);
    for (int i = 1; i <= events; i++) {
      state = apply(book, state, event(i, "paid"));
    }
    return state;
  }

  private UserState apply(RuleBook book, UserState state, Signal signal) {
    if (signal instanceof Signal.Happened(Event event) && !past.contains(event)) {
      past.add(event);
    }
    try (var control = new StateControl(book)) {
      return control.step(state, signal, NOON).state();
    }
  }

  private static boolean entersBy(RuleBook book, UserState state, Signal signal) {
    try (var control = new StateControl(book)) {
      return control.step(state, signal, NOON).facts().stream()
          .anyMatch(Fact.Moved.class::isInstance);
    }
  }

  private static Signal event(int number, String type) {
    return new Signal.Happened(
        new Event(
            new EventId("shop", "e-" + number),
            type,
            ANNA,
            NOON.plusSeconds(86_400L * number),
            new Attributes(Map.of("amount", new BigDecimal(10 + number % 7)))));
  }

  private static String loyal(String tally) {
    return """
        campaign: loyal
        entry: [ { when: [["%s"]], to: hello } ]
        nodes: { hello: {}, bye: {} }
        edges: [ { from: hello, to: bye, when: [["event bye"]] } ]
        """
        .formatted(tally);
  }
}
