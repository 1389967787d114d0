package dev.campanile.contract;

import dev.campanile.engine.warehouse.Walks;
import dev.campanile.testkit.InMemoryWalks;

final class InMemoryWalksTest extends WalksContract {

  @Override
  Walks empty() {
    return new InMemoryWalks();
  }
}
