package dev.campanile.contract;

import dev.campanile.engine.state.HotStore;
import dev.campanile.testkit.InMemoryHotStore;

final class InMemoryHotStoreTest extends HotStoreContract {

  private final InMemoryHotStore memory = new InMemoryHotStore();

  @Override
  HotStore emptyStore() {
    return memory;
  }

  @Override
  void flush() {
    memory.flush();
  }

  @Override
  Runnable snapshot() {
    return memory.snapshot();
  }
}
