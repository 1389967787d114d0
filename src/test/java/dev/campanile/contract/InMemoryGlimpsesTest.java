package dev.campanile.contract;

import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.engine.warehouse.Glimpses;
import dev.campanile.testkit.InMemoryGlimpses;
import dev.campanile.testkit.InMemoryWarehouse;
import dev.campanile.testkit.ManualClock;

final class InMemoryGlimpsesTest extends GlimpsesContract {

  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(ManualClock.atNoon());

  @Override
  DataWarehouse empty() {
    return warehouse;
  }

  @Override
  Glimpses glimpses() {
    return new InMemoryGlimpses(warehouse);
  }
}
