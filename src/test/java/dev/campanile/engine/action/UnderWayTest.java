package dev.campanile.engine.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.state.OrderKey;
import org.junit.jupiter.api.Test;

class UnderWayTest {

  private static final OrderKey A = OrderKey.parse("a:1:0");
  private static final OrderKey B = OrderKey.parse("b:1:0");

  private final UnderWay underWay = new UnderWay(1);

  @Test
  void takesAnOrderOnOnce() {
    // given
    underWay.enter(A);
    // when
    boolean again = underWay.enter(A);
    // then
    assertThat(again).isFalse();
  }

  @Test
  void takesOnNoMoreThanItsCapacity() {
    // given
    underWay.enter(A);
    // when
    boolean other = underWay.enter(B);
    // then
    assertThat(other).isFalse();
    assertThat(underWay.hasRoom()).isFalse();
  }

  @Test
  void refusesWhatWasFinishedWhileTheOutboxWasRead() {
    // given
    underWay.enter(A);
    underWay.look();
    underWay.leave(A);
    // when
    boolean again = underWay.enter(A);
    // then
    assertThat(again).isFalse();
  }

  @Test
  void takesOnAgainWhatWasFinishedBeforeTheOutboxIsRead() {
    // given
    underWay.enter(A);
    underWay.look();
    underWay.leave(A);
    underWay.lookedAway();
    underWay.look();
    // when
    boolean again = underWay.enter(A);
    // then
    assertThat(again).isTrue();
  }

  @Test
  void refusesToBeHandedWhatTheOutboxWasQuickerWith() {
    // given
    underWay.enter(A);
    underWay.leave(A);
    // when
    boolean handedOver = underWay.enterFresh(A);
    // then
    assertThat(handedOver).isFalse();
    assertThat(underWay.enterFresh(B)).isTrue();
  }
}
