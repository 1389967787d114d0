package dev.campanile.contract;

import dev.campanile.engine.warehouse.ScenarioStore;
import dev.campanile.testkit.InMemoryScenarioStore;

final class InMemoryScenarioStoreTest extends ScenarioStoreContract {

  private final ScenarioStore store = new InMemoryScenarioStore();

  @Override
  ScenarioStore store() {
    return store;
  }
}
