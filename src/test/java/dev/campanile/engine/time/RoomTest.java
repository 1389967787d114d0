package dev.campanile.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RoomTest {

  private static final Duration SOON = Duration.ofMillis(20);
  private static final Duration LATE = Duration.ofMillis(400);

  private final Room room = new Room();

  @Test
  void thereIsMoreWhereWavesAreJudgedSoonAndMoreAreDue() {
    // when
    wave(SOON, true);
    // then
    assertThat(room.most()).isEqualTo(Room.FIRST + Room.STEP);
  }

  @Test
  void thereIsNoMoreThanAnybodyWants() {
    // when
    wave(SOON, false);
    room.adapt(true);
    // then
    assertThat(room.most()).isEqualTo(Room.FIRST);
  }

  @Test
  void theOneThatTookLongestDecides() {
    // when
    room.judged(LATE);
    wave(SOON, true);
    // then
    assertThat(room.most()).isLessThan(Room.FIRST);
  }

  @Test
  void thereIsAlwaysSomeAndNeverTooMuch() {
    // given
    var other = new Room();
    // when
    for (int i = 0; i < 1_000; i++) {
      wave(LATE, true);
      other.judged(SOON);
      other.adapt(true);
    }
    // then
    assertThat(room.most()).isEqualTo(50);
    assertThat(other.most()).isEqualTo(400);
  }

  private void wave(Duration took, boolean wanted) {
    room.judged(took);
    room.adapt(wanted);
  }
}
