package dev.campanile.contract;

import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.ManualClock;

final class InMemorySharedLimitTest extends SharedLimitContract {

  @Override
  DataWarehouse emptyWarehouse() {
    return new InMemoryWarehouse(ManualClock.atNoon());
  }
}
