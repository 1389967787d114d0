package dev.campanile.contract;

import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.testkit.InMemoryCrowds;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.ManualClock;

final class InMemoryCrowdsTest extends CrowdsContract {

  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(ManualClock.atNoon());

  @Override
  DataWarehouse empty() {
    return warehouse;
  }

  @Override
  Crowds crowds() {
    return new InMemoryCrowds(warehouse);
  }
}
