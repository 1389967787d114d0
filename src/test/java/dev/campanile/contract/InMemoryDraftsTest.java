package dev.campanile.contract;

import dev.campanile.draft.Drafts;
import dev.campanile.testkit.InMemoryDrafts;

final class InMemoryDraftsTest extends DraftsContract {

  private final Drafts drafts = new InMemoryDrafts();

  @Override
  Drafts drafts() {
    return drafts;
  }
}
