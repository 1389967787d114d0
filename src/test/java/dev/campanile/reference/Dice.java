package dev.campanile.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Choices among few things, so that what is chosen twice often meets. */
record Dice(Random random) {

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> List<T> times(int count, Supplier<T> each) {
    List<T> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(each.get());
    }
    return made;
  }
}
