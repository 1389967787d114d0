package dev.campanile.contract;

import dev.campanile.testkit.InMemoryAccounts;
import dev.campanile.testkit.InMemoryApiKeys;
import dev.campanile.testkit.InMemoryAuditLog;
import dev.campanile.testkit.InMemorySessions;

final class InMemoryAccessTest extends AccessContract {

  @Override
  Keepers empty() {
    return new Keepers(
        new InMemoryAccounts(),
        new InMemorySessions(),
        new InMemoryApiKeys(),
        new InMemoryAuditLog());
  }
}
