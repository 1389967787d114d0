package dev.campanile.contract;

import dev.campanile.draft.Layouts;
import dev.campanile.testkit.InMemoryLayouts;

final class InMemoryLayoutsTest extends LayoutsContract {

  private final Layouts layouts = new InMemoryLayouts();

  @Override
  Layouts layouts() {
    return layouts;
  }
}
